import type { UploadPackageRequest } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import type { UploadFile, UploadStart } from "#gen/modelwire/registry/v1/upload_pb.js";
import { invalidField } from "../error.ts";

/** Reads the parts of an upload in turn. */
export interface UploadReader {
  /** Reads what the upload begins with. @throws ModelwireError INVALID_FIELD */
  start(): Promise<UploadStart>;
  /** Reads the announcement of the next file; undefined at the end. @throws ModelwireError INVALID_FIELD */
  nextFile(): Promise<UploadFile | undefined>;
  /** Reads up to `mostBytes` of the file announced last; undefined where it ends. */
  read(mostBytes: number): Promise<Uint8Array | undefined>;
}

/** Creates a reader of the messages of a call. Nothing is read before it is asked for. */
export function createUploadReader(messages: AsyncIterable<UploadPackageRequest>): UploadReader {
  const iterator = messages[Symbol.asyncIterator]();
  let ahead: UploadPackageRequest["part"] | undefined;
  let rest: Uint8Array | undefined;

  async function peek(): Promise<UploadPackageRequest["part"] | undefined> {
    if (ahead) return ahead;
    const next = await iterator.next();
    if (next.done) return undefined;
    if (next.value.part.case === undefined) {
      throw invalidField("part", "expected one of start, file and chunk");
    }
    ahead = next.value.part;
    return ahead;
  }

  return {
    async start() {
      const part = await peek();
      if (part?.case !== "start") throw invalidField("start", "expected it first");
      ahead = undefined;
      return part.value;
    },
    async nextFile() {
      const part = rest ? { case: "chunk" as const } : await peek();
      switch (part?.case) {
        case "file":
          ahead = undefined;
          return part.value;
        case "chunk":
          throw invalidField("chunk", "expected no more than the bytes that its file announced");
        case "start":
          throw invalidField("start", "expected it once, as the first of the call");
      }
      return undefined;
    },
    async read(mostBytes) {
      while (!rest) {
        const part = await peek();
        if (part?.case !== "chunk") return undefined;
        ahead = undefined;
        if (part.value.byteLength > 0) rest = part.value;
      }
      const bytes = rest.subarray(0, mostBytes);
      rest = bytes.byteLength < rest.byteLength ? rest.subarray(mostBytes) : undefined;
      return bytes;
    },
  };
}
