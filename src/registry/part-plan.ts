const MEBIBYTE = 1024 ** 2;
/** The smallest part, save a file's last one. */
export const LEAST_PART_BYTES = 32 * MEBIBYTE;
/** Azure takes no larger part, S3 and Google Cloud Storage 5 GiB. */
const MOST_BYTES = 4000 * MEBIBYTE;
/**
 * All links of a file are kept with its progress, which is written after each part: the more
 * parts, the more of that. S3 itself takes ten times as many.
 */
const MOST_PARTS = 1000;

/** How a file is cut: into parts of one size, of which the last may be smaller. */
export interface PartPlan {
  partBytes: number;
  partCount: number;
}

/** Tells whether a file goes in parts, where its store takes them: where it makes two whole ones. */
export function goesInParts(sizeBytes: number, leastBytes: number): boolean {
  return sizeBytes >= 2 * leastBytes;
}

/** Plans the parts of a file: small ones, so that little is sent again, and not too many. */
export function planParts(sizeBytes: number, leastBytes: number): PartPlan {
  const wanted = Math.max(leastBytes, Math.ceil(sizeBytes / MOST_PARTS));
  const partBytes = Math.min(wanted, MOST_BYTES);
  return { partBytes, partCount: Math.ceil(sizeBytes / partBytes) };
}
