import { createHash } from "node:crypto";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { type Client, createClient } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import type { DownloadStart } from "#gen/modelwire/registry/v1/download_pb.js";
import {
  type DownloadPackageRequestSchema,
  RegistryService,
  type UploadPackageRequestSchema,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { UploadStartSchema } from "#gen/modelwire/registry/v1/upload_pb.js";
import type { ModelFile } from "./model-files.ts";
import type { TestModelwire } from "./modelwire.ts";

/** A client of RegistryService, over whichever listener. */
export type RegistryClient = Client<typeof RegistryService>;

/** A part of an upload. */
export type UploadPart = MessageInitShape<typeof UploadPackageRequestSchema>;

/** Creates a client of each listener. */
export function bothClients(
  modelwire: Pick<TestModelwire, "grpcAddress" | "httpUrl">,
): Record<"grpc" | "http", RegistryClient> {
  return {
    grpc: createClient(
      RegistryService,
      createGrpcTransport({ baseUrl: `http://${modelwire.grpcAddress}` }),
    ),
    http: createClient(
      RegistryService,
      createConnectTransport({ baseUrl: modelwire.httpUrl, httpVersion: "1.1" }),
    ),
  };
}

/** Computes the SHA-256 of bytes, as hexadecimal digits. */
export const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

/** Begins an upload. */
export function start(init: MessageInitShape<typeof UploadStartSchema>): UploadPart {
  return { part: { case: "start", value: init } };
}

/** Announces a file and sends its content. */
export function* fileParts(
  file: ModelFile,
  { chunkBytes = 256 * 1024, offsetBytes = 0, digest = sha256(file.content) } = {},
): Generator<UploadPart> {
  const { path, content } = file;
  const value = { path, sizeBytes: content.byteLength, sha256: digest, offsetBytes };
  yield { part: { case: "file", value } };
  for (let at = offsetBytes; at < content.byteLength; at += chunkBytes) {
    yield { part: { case: "chunk", value: content.subarray(at, at + chunkBytes) } };
  }
}

/** Gives parts as a stream does. */
export async function* streamOf(...parts: Iterable<UploadPart>[]): AsyncGenerator<UploadPart> {
  for (const some of parts) yield* some;
}

/** Uploads files in one call. */
export async function upload(
  client: RegistryClient,
  init: MessageInitShape<typeof UploadStartSchema>,
  files: readonly ModelFile[],
) {
  const parts = files.map((file) => fileParts(file));
  const answer = await client.uploadPackage(streamOf([start(init)], ...parts));
  if (!answer.upload) throw new Error("an answer without an upload");
  return answer.upload;
}

/** Downloads files, and gives them with what came first. */
export async function download(
  client: RegistryClient,
  request: MessageInitShape<typeof DownloadPackageRequestSchema>,
) {
  const files: ModelFile[] = [];
  let chunks: Uint8Array[] = [];
  let begun: DownloadStart | undefined;
  for await (const { part } of client.downloadPackage(request)) {
    switch (part.case) {
      case "start":
        begun = part.value;
        break;
      case "file":
        chunks = [];
        break;
      case "chunk":
        chunks.push(part.value);
        break;
      case "fileEnd": {
        const content = new Uint8Array(Buffer.concat(chunks));
        if (part.value.file?.sha256 !== sha256(content)) throw new Error("another digest");
        files.push({ path: part.value.file.path, content });
        break;
      }
    }
  }
  if (!begun) throw new Error("a download without its start");
  return { start: begun, files };
}
