import type { UploadFile } from "#gen/modelwire/registry/v1/upload_pb.js";
import { invalidField } from "../error.ts";
import { listUploadFiles } from "../store/upload-files.ts";
import type { RegistryContext } from "./context.ts";
import { MOST_FILES } from "./package-content.ts";
import type { OpenUpload } from "./upload-start.ts";

/** How much an upload takes yet. */
export interface UploadRoom {
  /** Makes sure that a file fits, also one that was announced before. @throws ModelwireError INVALID_FIELD */
  take(file: Pick<UploadFile, "path" | "sizeBytes">): void;
}

/** Looks how much an upload has, once a call: what other calls add meanwhile is not counted. */
export async function readRoom(
  { store, config }: RegistryContext,
  { upload_id: uploadId }: Pick<OpenUpload, "upload_id">,
): Promise<UploadRoom> {
  const rows = await listUploadFiles(store.db, uploadId);
  const known = new Set(rows.map(({ path }) => path));
  let bytes = rows.reduce((sum, row) => sum + row.size_bytes, 0);
  return {
    take({ path, sizeBytes }) {
      if (known.has(path)) return;
      if (known.size >= MOST_FILES) {
        throw invalidField("file.path", `expected at most ${MOST_FILES} files in an upload`);
      }
      const most = config.maxPackageBytes;
      if (bytes + sizeBytes > most) {
        throw invalidField(
          "file.size_bytes",
          `expected at most ${most} bytes in an upload, which has ${bytes}`,
        );
      }
      known.add(path);
      bytes += sizeBytes;
    },
  };
}
