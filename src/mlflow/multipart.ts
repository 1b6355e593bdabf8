import { z } from "zod";
import { MlflowError } from "./error.ts";
import { anything } from "./fields.ts";
import type { MlflowHttp } from "./http.ts";

const created = z.object({
  upload_id: z.string().optional(),
  credentials: z
    .array(
      z.object({
        url: z.url(),
        part_number: z.coerce.number(),
        headers: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
});

/** A file that is written in parts: everything that is needed to go on with it later. */
export interface MultipartUpload {
  /** The store's id of the upload. */
  uploadId: string | undefined;
  /** Where each part goes, in order. The store's links do not work for ever: an hour in MLflow. */
  parts: { url: string; headers: Record<string, string> }[];
}

/** Writes one file in parts, past MLflow, to the store behind it (MLflow's `mpu` calls). */
export interface Multipart {
  /** Begins; undefined where MLflow's store has no such thing, or none that can be gone on with. */
  create(partCount: number): Promise<MultipartUpload | undefined>;
  /** Tells whether the store that the links lead to can be reached from here. */
  isReachable(upload: MultipartUpload): Promise<boolean>;
  /**
   * Sends a part, numbered from 0, and gives the store's tag of it.
   * @throws MlflowError; {@link isOver} tells whether another try makes sense
   */
  sendPart(
    upload: MultipartUpload,
    index: number,
    sizeBytes: number,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<string>;
  /** Makes the file of its parts. */
  complete(upload: MultipartUpload, etags: readonly string[]): Promise<void>;
  /** Drops the parts. MLflow answers 500 where they are not there any more. */
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
      const answer = await post("create", { num_parts: partCount }, "create", created).catch(
        (error) => {
          if (error instanceof MlflowError && error.status === 501) return undefined;
          throw error;
        },
      );
      if (!answer) return undefined;
      const { credentials } = answer;
      if (credentials.length !== partCount) {
        throw new MlflowError(
          `MLflow gave ${credentials.length} links for the ${partCount} parts of a file`,
          {
            failure: "unexpected",
            endpoint: `POST ${path}/create`,
            status: 200,
            mayHaveTakenEffect: true,
          },
        );
      }
      if (credentials.some(({ url }) => isAzure(url))) return undefined;
      return {
        uploadId: answer.upload_id,
        parts: credentials
          .toSorted((a, b) => a.part_number - b.part_number)
          .map(({ url, headers }) => ({ url, headers })),
      };
    },
    isReachable: ({ parts }) => http.reaches(parts[0]?.url ?? ""),
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

/**
 * Tells whether a store takes no part of an upload any more: its links have expired, or it has
 * dropped the upload. (S3 and Google Cloud Storage answer 403, 404, and 400 for a token that has
 * expired; but 400 RequestTimeout where a body came too slowly, which says nothing of the links.)
 */
export function isOver(error: unknown): error is MlflowError {
  if (!(error instanceof MlflowError) || error.message.includes("RequestTimeout")) return false;
  return [400, 401, 403, 404, 410].includes(error.status ?? 0);
}

/**
 * Tells whether a link is to a block of an Azure blob. MLflow (azure_blob_artifact_repo.py) names
 * the blocks by their number alone: attempts at one file write over each other, nothing can be
 * dropped, and from the tenth on Azure refuses them, whose ids are longer than the first nine's.
 */
function isAzure(url: string): boolean {
  return new URL(url).searchParams.get("comp") === "block";
}
