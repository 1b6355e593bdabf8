import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { BinaryReader } from "@bufbuild/protobuf/wire";

/** A span as it was exported. */
export interface ReceivedSpan {
  service: string;
  traceId: string;
  spanId: string;
  /** Empty for the root of a trace. */
  parentSpanId: string;
  name: string;
  /** 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number;
  attributes: Record<string, string | number | boolean>;
  /** 2 for an error. */
  status: number;
}

/** A collector of spans: OTLP over HTTP, in binary. */
export interface OtlpReceiver {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  readonly spans: ReceivedSpan[];
  /** All that was sent, as it was. */
  readonly bodies: Buffer[];
  readonly headers: IncomingMessage["headers"][];
  /** Waits until spans have arrived that `find` finds, and gives what it gives. */
  waitFor<T>(find: (spans: readonly ReceivedSpan[]) => T | undefined): Promise<T>;
  close(): Promise<void>;
}

/** Starts a collector on 127.0.0.1. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const bodies: Buffer[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const arrivals = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (request.url !== "/v1/traces") return void response.writeHead(404).end();
    bodies.push(body);
    headers.push(request.headers);
    spans.push(...readSpans(body));
    response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
    for (const arrived of arrivals) arrived();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    headers,
    async waitFor(find) {
      for (;;) {
        const found = find(spans);
        if (found !== undefined) return found;
        const { promise, resolve } = Promise.withResolvers<void>();
        arrivals.add(resolve);
        await promise;
        arrivals.delete(resolve);
      }
    },
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What a field holds: every occurrence, as bytes or a number. */
type Fields = Map<number, (Uint8Array | number)[]>;

/** Reads the fields of a message, whatever they mean. */
function fieldsOf(bytes: Uint8Array): Fields {
  const reader = new BinaryReader(bytes);
  const fields: Fields = new Map();
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    const values = fields.get(number) ?? [];
    fields.set(number, values);
    if (type === 2) values.push(reader.bytes());
    else if (type === 1) values.push(reader.double());
    else if (type === 5) values.push(reader.fixed32());
    else values.push(Number(reader.int64()));
  }
  return fields;
}

const messages = (fields: Fields, number: number) =>
  (fields.get(number) ?? []).filter((value) => typeof value !== "number").map(fieldsOf);
const bytesIn = (fields: Fields, number: number) => {
  const [value] = fields.get(number) ?? [];
  return Buffer.from(typeof value === "number" || value === undefined ? [] : value);
};
const numberIn = (fields: Fields, number: number) => Number(fields.get(number)?.[0] ?? 0);

// ExportTraceServiceRequest, ResourceSpans, ScopeSpans and Span of opentelemetry-proto 1.
function readSpans(body: Uint8Array): ReceivedSpan[] {
  return messages(fieldsOf(body), 1).flatMap((resourceSpans) => {
    const [resource] = messages(resourceSpans, 1);
    const service = String(resource ? readAttributes(resource, 1)["service.name"] : "");
    return messages(resourceSpans, 2).flatMap((scopeSpans) =>
      messages(scopeSpans, 2).map((span) => ({
        service,
        traceId: bytesIn(span, 1).toString("hex"),
        spanId: bytesIn(span, 2).toString("hex"),
        parentSpanId: bytesIn(span, 4).toString("hex"),
        name: bytesIn(span, 5).toString(),
        kind: numberIn(span, 6),
        attributes: readAttributes(span, 9),
        status: numberIn(messages(span, 15)[0] ?? new Map(), 3),
      })),
    );
  });
}

function readAttributes(message: Fields, number: number): ReceivedSpan["attributes"] {
  return Object.fromEntries(
    messages(message, number).map((pair) => {
      const value = messages(pair, 2)[0] ?? new Map();
      return [bytesIn(pair, 1).toString(), readValue(value)];
    }),
  );
}

function readValue(value: Fields): string | number | boolean {
  if (value.has(1)) return bytesIn(value, 1).toString();
  if (value.has(2)) return numberIn(value, 2) === 1;
  return numberIn(value, value.has(3) ? 3 : 4);
}
