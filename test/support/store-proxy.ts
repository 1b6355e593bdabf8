import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { listenOnLoopback, stopListening } from "./loopback-server.ts";

/** A part as it came to the store. */
export interface StoredPart {
  partNumber: number;
  /** How many bytes of it came. */
  sizeBytes: number;
  /** What the store said; undefined where it was broken off. */
  status: number | undefined;
}

/** An HTTP proxy before an S3-like store, which passes everything on as it comes. */
export interface StoreProxy {
  /** To use in place of the store's URL. */
  readonly url: string;
  /** Gives the parts that came since the last call of this. */
  takeParts(): StoredPart[];
  /**
   * Answers every part from now on in the store's place, before any of its body is read, and
   * closes the connection, as S3 does where a link has expired; undefined: no more.
   */
  refuseParts(answer: { status: number; code: string } | undefined): void;
  close(): Promise<void>;
}

/** Starts a proxy on a port of its own. */
export async function startStoreProxy(storeUrl: string): Promise<StoreProxy> {
  const { hostname, port } = new URL(storeUrl);
  let parts: StoredPart[] = [];
  let refusal: { status: number; code: string } | undefined;

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers } = incoming;
    const path = incoming.url ?? "";
    const number = new URL(path, storeUrl).searchParams.get("partNumber");
    const part: StoredPart = { partNumber: Number(number), sizeBytes: 0, status: undefined };
    if (method === "PUT" && number !== null) {
      if (refusal) {
        const body = `<Error><Code>${refusal.code}</Code></Error>`;
        response.writeHead(refusal.status, { connection: "close" }).end(body);
        return;
      }
      parts.push(part);
    }
    if (headers.expect) response.writeContinue();
    const { expect: _expect, ...passed } = headers;
    const outgoing = request({ hostname, port, method, path, headers: passed, agent: false });
    incoming.on("data", (chunk: Buffer) => {
      part.sizeBytes += chunk.byteLength;
    });
    const answered = once(outgoing, "response") as Promise<[IncomingMessage]>;
    const [[answer]] = await Promise.all([answered, pipeline(incoming, outgoing)]);
    if (answer.statusCode === 500 && number !== null && !(await isOpen(path))) {
      // What S3 says where moto fails.
      part.status = 404;
      answer.resume();
      response.writeHead(404).end("<Error><Code>NoSuchUpload</Code></Error>");
      return;
    }
    part.status = answer.statusCode;
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    await pipeline(answer, response);
  }

  /** Tells whether the upload in parts that a path leads to is neither completed nor aborted. */
  async function isOpen(path: string): Promise<boolean> {
    const { pathname, searchParams } = new URL(path, storeUrl);
    const answer = await fetch(new URL(`/${pathname.split("/")[1]}?uploads`, storeUrl));
    return (await answer.text()).includes(`>${searchParams.get("uploadId")}<`);
  }

  const handle = (incoming: IncomingMessage, response: ServerResponse) =>
    void serve(incoming, response).catch(() => response.destroy());
  const server = createServer(handle);
  server.on("checkContinue", handle);
  const ownPort = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${ownPort}`,
    takeParts() {
      const taken = parts;
      parts = [];
      return taken;
    },
    refuseParts(answer) {
      refusal = answer;
    },
    close: () => stopListening(server),
  };
}
