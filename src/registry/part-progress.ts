import { z } from "zod";
import type { MultipartUpload } from "../mlflow/multipart.ts";
import { findUploadFile, noteParts, type UploadFileRow } from "../store/upload-files.ts";
import type { RegistryContext } from "./context.ts";

/**
 * How to go on with a file that is written in parts, as the database keeps it. A server of another
 * version may have begun it: the size of its parts is its own.
 */
export interface PartProgress {
  upload: MultipartUpload;
  partBytes: number;
  /** The store's tag of each part that it has. */
  etags: string[];
  /** State of the digest after those parts, base64. */
  hash?: string | undefined;
}

const progressSchema = z.object({
  upload: z.object({
    uploadId: z.string().optional(),
    parts: z.array(z.object({ url: z.string(), headers: z.record(z.string(), z.string()) })),
  }),
  partBytes: z.number().int().positive(),
  etags: z.array(z.string()),
  hash: z.string().optional(),
});

/** Reads the progress that a row keeps; undefined where the file is not written in parts. */
export function readProgress(row: Pick<UploadFileRow, "multipart">): PartProgress | undefined {
  if (row.multipart === null) return undefined;
  const { upload, ...rest } = progressSchema.parse(JSON.parse(row.multipart));
  return { ...rest, upload: { uploadId: upload.uploadId, parts: upload.parts } };
}

/** Notes how far a file has come, as long as no other call has noted something else. */
export interface ProgressNotes {
  /** Notes progress; false where another call has taken the file over. */
  note(progress: PartProgress): Promise<boolean>;
  /** Notes that the file is whole, or that nothing is stored of it; false as for `note`. */
  end(how: "whole" | "none"): Promise<boolean>;
  /** Tells whether the note that is there now is of the same parts. */
  isStillOf(upload: MultipartUpload): Promise<boolean>;
}

/** Creates what notes the progress of a file from a row on, as it was read. */
export function createProgressNotes(
  { store }: Pick<RegistryContext, "store">,
  row: UploadFileRow,
): ProgressNotes {
  const { upload_id: uploadId, path, size_bytes: sizeBytes } = row;
  let noted = row.multipart;
  let notedParts = readProgress(row)?.etags.length ?? 0;

  async function replace(text: string | null, storedBytes: number, complete: boolean) {
    const note = { multipart: text, storedBytes, complete };
    const isDone = await noteParts(store.db, uploadId, path, noted, note);
    if (isDone) noted = text;
    return isDone;
  }

  const read = () => findUploadFile(store.db, uploadId, path);

  return {
    async note(progress) {
      const { etags, partBytes } = progress;
      // Another call that sends the same parts may be ahead: it has noted this one.
      if (etags.length > 0 && etags.length <= notedParts) return true;
      const storedBytes = Math.min(etags.length * partBytes, sizeBytes);
      if (await replace(JSON.stringify(progress), storedBytes, false)) {
        notedParts = etags.length;
        return true;
      }
      const now = await read();
      const others = now && readProgress(now);
      if (!now || !others) return etags.length > 0 && now?.complete === 1;
      if (!isSamePart(others, progress)) return false;
      noted = now.multipart;
      notedParts = others.etags.length;
      return true;
    },
    async end(how) {
      if (how === "none") return replace(null, 0, false);
      return (await replace(null, sizeBytes, true)) || (await read())?.complete === 1;
    },
    async isStillOf(upload) {
      const now = await read();
      return now !== undefined && readProgress(now)?.upload.uploadId === upload.uploadId;
    },
  };
}

/** Tells whether another call has stored the same as this one with its last part. */
function isSamePart(others: PartProgress, own: PartProgress): boolean {
  return (
    others.upload.uploadId === own.upload.uploadId &&
    others.etags.length >= own.etags.length &&
    own.etags.every((etag, index) => etag === others.etags[index])
  );
}
