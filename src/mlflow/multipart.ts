import { z } from "zod";
import { MlflowError } from "./error.ts";
import { anything } from "./fields.ts";
import type { MlflowHttp } from "./http.ts";

const created = z.object({
  upload_id: z.string().optional(),
  credentials: z.array(
    z.object({
      url: z.string(),
      part_number: z.coerce.number(),
      headers: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

/** A file that is written in parts: everything that is needed to go on with it later. */
export interface MultipartUpload {
  /** The store's id of the upload. */
  uploadId: string | undefined;
  /** Where each part goes, in order. The store's links do not work for ever. */
  parts: { url: string; headers: Record<string, string> }[];
}

/** Writes one file in parts, past MLflow, to the store behind it (MLflow's `mpu` calls). */
export interface Multipart {
  /** Begins; undefined where MLflow's store has no such thing. */
  create(partCount: number): Promise<MultipartUpload | undefined>;
  /** Sends a part, numbered from 0, and gives the store's tag of it. */
  sendPart(
    upload: MultipartUpload,
    index: number,
    sizeBytes: number,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<string>;
  /** Makes the file of its parts. */
  complete(upload: MultipartUpload, etags: readonly string[]): Promise<void>;
  /** Drops the parts. */
  abort(upload: MultipartUpload): Promise<void>;
}

/** Where MLflow takes the calls for one file. */
export interface MultipartTarget {
  /** Path of the calls, to which their verb and the folder are added. */
  path: string;
  /** The file's folder, encoded. */
  folder: string;
  fileName: string;
  baseUrl?: string;
}

/** Creates the client for one file. */
export function createMultipart(
  http: MlflowHttp,
  { path, folder, fileName, baseUrl }: MultipartTarget,
): Multipart {
  const post = <T>(verb: string, json: object, effect: "create" | "idempotent", to: z.ZodType<T>) =>
    http.json(
      {
        method: "POST",
        path: `${path}/${verb}/${folder}`,
        json: { path: fileName, ...json },
        effect,
        ...(baseUrl && { baseUrl }),
      },
      to,
    );
  return {
    async create(partCount) {
      try {
        const answer = await post("create", { num_parts: partCount }, "create", created);
        const inOrder = answer.credentials.toSorted((a, b) => a.part_number - b.part_number);
        return {
          uploadId: answer.upload_id,
          parts: inOrder.map(({ url, headers }) => ({ url, headers })),
        };
      } catch (error) {
        if (error instanceof MlflowError && error.status === 501) return undefined;
        throw error;
      }
    },
    async sendPart({ parts }, index, sizeBytes, chunks) {
      const part = parts[index];
      if (!part) throw new Error(`no part ${index}`);
      const { headers } = await http.send(part, sizeBytes, chunks);
      return String(headers.etag ?? "");
    },
    async complete({ uploadId, parts }, etags) {
      const done = parts.map(({ url }, i) => ({
        part_number: i + 1,
        etag: etags[i] ?? "",
        url,
      }));
      await post("complete", { upload_id: uploadId, parts: done }, "idempotent", anything);
    },
    async abort({ uploadId }) {
      await post("abort", { upload_id: uploadId }, "idempotent", anything);
    },
  };
}
