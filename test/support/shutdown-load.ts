import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { Code, ConnectError, createClient, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { type BaselineRequest, newRequest } from "./registration-fixtures.ts";
import type { ServeProcess } from "./serve-process.ts";
import { fileParts, start } from "./transfers.ts";

/** Callers that go on until they are told to stop, and what they were answered. */
export interface Load {
  /** How often each thing was answered, such as `grpc list: ok`. */
  readonly answers: Map<string, number>;
  /** Registrations that were asked for, with whether they were answered. */
  readonly registrations: { request: BaselineRequest; answered: boolean }[];
  /** Settles once all callers have stopped. */
  stop(): Promise<void>;
}

/** Calls a server on both listeners with all kinds of calls. */
export function startLoad(server: ServeProcess, modelName: string): Load {
  const answers = new Map<string, number>();
  const registrations: Load["registrations"] = [];
  const end = new AbortController();
  const callers: Promise<void>[] = [];

  /** Tells whether a call was told to go elsewhere, or was ended by the load itself. */
  const isAway = (name: string, error: ConnectError) =>
    error.code === Code.Unavailable ||
    wasNeverSent(error) ||
    (name.startsWith("http ") && wasReset(error)) ||
    (name.endsWith(" watch") && end.signal.aborted && error.code === Code.Canceled);
  const call = async (name: string, act: () => Promise<unknown>): Promise<boolean> => {
    let answer = "ok";
    try {
      await act();
    } catch (thrown) {
      const error = ConnectError.from(thrown);
      answer = isAway(name, error) ? "unavailable" : `${Code[error.code]} ${error}`;
    }
    const key = `${name}: ${answer}`;
    answers.set(key, (answers.get(key) ?? 0) + 1);
    return answer === "ok";
  };
  /** Calls over and over; whoever is told that the server is away, comes back a little later. */
  const repeat = (name: string, act: () => Promise<unknown>) => {
    callers.push(
      (async () => {
        while (!end.signal.aborted) {
          if (!(await call(name, act))) await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })(),
    );
  };

  for (const [name, transport] of Object.entries(transportsOf(server))) {
    const registry = createClient(RegistryService, transport);
    const events = createClient(EventService, transport);
    for (let i = 0; i < 3; i++) {
      repeat(`${name} list`, () => registry.listModels({ pageSize: 5 }));
    }
    for (let i = 0; i < 2; i++) {
      let registration: Load["registrations"][number] | undefined;
      repeat(`${name} register`, async () => {
        // Whoever is told to come back does so with the same request.
        if (!registration || registration.answered) {
          registration = { request: newRequest(modelName), answered: false };
          registrations.push(registration);
        }
        await registry.registerBaseline(registration.request);
        registration.answered = true;
      });
    }
    repeat(`${name} upload`, () => registry.uploadPackage(slowUpload()));
    repeat(`${name} watch`, async () => {
      for await (const _ of events.watchEvents({}, { signal: end.signal }));
    });
  }
  return {
    answers,
    registrations,
    async stop() {
      end.abort();
      await Promise.all(callers);
    },
  };
}

/**
 * Tells whether a call was still on its way within the client when it was told to go elsewhere.
 * HTTP/2 calls that REFUSED_STREAM, of which nothing was processed, and gRPC's clients UNAVAILABLE;
 * connect-node calls it INTERNAL where Node notices before anything was sent.
 */
function wasNeverSent(error: ConnectError): boolean {
  return /NGHTTP2_REFUSED_STREAM|ERR_HTTP2_GOAWAY_SESSION/.test(`${error.message} ${error.cause}`);
}

/**
 * Tells whether a connection was closed while a call was written to it, which HTTP/1.1 cannot rule
 * out: a server that stops closes what is idle, and does not know yet of a call on its way.
 */
function wasReset(error: ConnectError): boolean {
  return /ECONNRESET|socket hang up/.test(inspect(error.cause));
}

/** One transport each: their calls go over connections that are open when the server stops. */
function transportsOf({ grpcAddress, httpUrl }: ServeProcess): Record<string, Transport> {
  return {
    grpc: createGrpcTransport({ baseUrl: `http://${grpcAddress}` }),
    http: createConnectTransport({ baseUrl: httpUrl, httpVersion: "1.1" }),
  };
}

/** Uploads a file in pieces that come one by one. */
async function* slowUpload() {
  yield start({ uploadId: randomUUID() });
  const file = { path: "data.bin", content: new Uint8Array(200_000) };
  for (const part of fileParts(file, { chunkBytes: 10_000 })) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    yield part;
  }
}
