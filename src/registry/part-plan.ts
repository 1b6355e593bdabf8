const MEBIBYTE = 1024 ** 2;
const LEAST_BYTES = 32 * MEBIBYTE;
/** Azure takes no larger part, S3 and Google Cloud Storage 5 GiB. */
const MOST_BYTES = 4000 * MEBIBYTE;
/**
 * All links of a file are kept with its progress, which is written after each part: the more
 * parts, the more of that. S3 itself takes ten times as many.
 */
const MOST_PARTS = 1000;

/** From this size on a file goes in parts, where its store takes them. */
export const IN_PARTS_FROM_BYTES = 64 * MEBIBYTE;

/** How a file is cut: into parts of one size, of which the last may be smaller. */
export interface PartPlan {
  partBytes: number;
  partCount: number;
}

/** Plans the parts of a file: small ones, so that little is sent again, and not too many. */
export function planParts(sizeBytes: number): PartPlan {
  const wanted = Math.max(LEAST_BYTES, Math.ceil(sizeBytes / MOST_PARTS));
  const partBytes = Math.min(wanted, MOST_BYTES);
  return { partBytes, partCount: Math.ceil(sizeBytes / partBytes) };
}
