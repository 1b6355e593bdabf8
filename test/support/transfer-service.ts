import { createHash } from "node:crypto";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { Code, ConnectError, type ServiceImpl } from "@connectrpc/connect";
import { pino } from "pino";
import type { DownloadFileSchema } from "#gen/modelwire/registry/v1/download_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import {
  type DownloadPackageRequest,
  type DownloadPackageResponseSchema,
  type RegisterBaselineRequest,
  RegistryService,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { UploadStart } from "#gen/modelwire/registry/v1/upload_pb.js";
import { invalidField, ModelwireError } from "../../src/error.ts";
import { errorInterceptor } from "../../src/rpc/error-interceptor.ts";
import { createHttpListener } from "../../src/server/http.ts";

/** A part of a download. */
export type DownloadPart = MessageInitShape<typeof DownloadPackageResponseSchema>;

/** A server of uploads and downloads that keeps them in memory and fails as a test wants. */
export interface TransferServer {
  readonly url: string;
  /** What is stored of each file of each upload, by upload id and path. */
  readonly stored: Map<string, Map<string, StoredFile>>;
  /** The first message of each call of UploadPackage. */
  readonly starts: UploadStart[];
  /** Bytes of chunks that came, those of calls that broke off among them. */
  readonly receivedBytes: number;
  readonly registered: RegisterBaselineRequest[];
  readonly downloads: DownloadPackageRequest[];
  /** How many further bytes to take or to give before the connection breaks; unset: all. */
  breakAfterBytes: number | undefined;
  /** What a download brings. */
  download: (request: DownloadPackageRequest) => Iterable<DownloadPart>;
  close(): Promise<void>;
}

/** What is stored of a file. */
export interface StoredFile {
  sizeBytes: number;
  sha256: string;
  content: Buffer;
}

/** Starts the server, behind Modelwire's own listener. */
export async function startTransferServer(): Promise<TransferServer> {
  const server = {
    url: "",
    stored: new Map<string, Map<string, StoredFile>>(),
    starts: [] as UploadStart[],
    receivedBytes: 0,
    registered: [] as RegisterBaselineRequest[],
    downloads: [] as DownloadPackageRequest[],
    breakAfterBytes: undefined as number | undefined,
    download: (_request: DownloadPackageRequest): Iterable<DownloadPart> => [],
    close: () => listener.close(0),
  };
  const passed = (bytes: number) => {
    if (server.breakAfterBytes === undefined) return;
    server.breakAfterBytes -= bytes;
    if (server.breakAfterBytes > 0) return;
    server.breakAfterBytes = undefined;
    throw new ConnectError("the connection breaks", Code.Unavailable);
  };
  const answer = (uploadId: string) => {
    const files = [...(server.stored.get(uploadId) ?? [])].map(([path, file]) => ({
      path,
      sizeBytes: file.sizeBytes,
      sha256: file.sha256,
      storedBytes: file.content.length,
      complete: file.content.length === file.sizeBytes,
    }));
    return { upload: { uploadId, modelUuid: `m-${"0".repeat(32)}`, runId: "run", files } };
  };
  const service: Partial<ServiceImpl<typeof RegistryService>> = {
    async uploadPackage(requests) {
      let uploadId = "";
      let file: StoredFile | undefined;
      for await (const { part } of requests) {
        switch (part.case) {
          case "start":
            if (part.value.name === "refused") throw invalidField("start.name", "expected another");
            server.starts.push(part.value);
            uploadId = part.value.uploadId;
            if (!server.stored.has(uploadId)) server.stored.set(uploadId, new Map());
            break;
          case "file": {
            const { path, sizeBytes, sha256, offsetBytes = 0 } = part.value;
            const content = server.stored.get(uploadId)?.get(path)?.content ?? Buffer.alloc(0);
            file = { sizeBytes, sha256, content: content.subarray(0, offsetBytes) };
            server.stored.get(uploadId)?.set(path, file);
            break;
          }
          case "chunk":
            server.receivedBytes += part.value.length;
            if (file) file.content = Buffer.concat([file.content, part.value]);
            passed(part.value.length);
        }
      }
      return answer(uploadId);
    },
    getUpload({ uploadId }) {
      if (!server.stored.has(uploadId)) {
        throw new ModelwireError(ErrorReason.UPLOAD_NOT_FOUND, `no upload ${uploadId}`);
      }
      return answer(uploadId);
    },
    registerBaseline(request) {
      server.registered.push(request);
      return { registration: { modelId: "name/1" } };
    },
    async *downloadPackage(request) {
      server.downloads.push(request);
      for (const part of server.download(request)) {
        yield part;
        if (part.part?.case === "chunk") passed(part.part.value?.length ?? 0);
      }
    },
  };
  const listener = await createHttpListener({
    routes: (router) => router.service(RegistryService, service),
    interceptors: [errorInterceptor(pino({ level: "silent" }), () => false)],
    address: "127.0.0.1:0",
    maxMessageBytes: 16 * 1024 ** 2,
    ready: async () => ({ ready: true, reasons: [] }),
  });
  server.url = `http://${listener.address}`;
  return server;
}

/** Gives the parts of a download of files, in pieces of 100,000 bytes, as the contract has it. */
export function* downloadOf(
  files: Record<string, Buffer<ArrayBuffer>>,
  { paths }: { paths: readonly string[] },
): Generator<DownloadPart> {
  const wanted = Object.entries(files).filter(([path]) => !paths.length || paths.includes(path));
  const announced = wanted.map(([path, content]) => ({
    path,
    sizeBytes: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
  })) satisfies MessageInitShape<typeof DownloadFileSchema>[];
  yield {
    part: {
      case: "start",
      value: { modelId: "name/1", modelUuid: `m-${"0".repeat(32)}`, files: announced },
    },
  };
  for (const [i, [, content]] of wanted.entries()) {
    const file = announced[i] ?? {};
    yield { part: { case: "file", value: file } };
    for (let at = 0; at < content.length; at += 100_000) {
      yield { part: { case: "chunk", value: content.subarray(at, at + 100_000) } };
    }
    yield { part: { case: "fileEnd", value: { file } } };
  }
}
