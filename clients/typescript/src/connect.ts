import { type Client, createClient, type Interceptor, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";

/** Typed clients of one server's services. */
export interface Modelwire {
  /** Registers, uploads, looks up and changes models. */
  registry: Client<typeof RegistryService>;
  /** Reads the log of events, and watches it. */
  events: Client<typeof EventService>;
  /** Says where events are sent. */
  webhooks: Client<typeof WebhookService>;
}

/** Where a server is, and how to call it. */
export interface ConnectOptions {
  /**
   * Base URL without a slash at its end, such as `http://127.0.0.1:8080` for the listener of
   * Connect, or `http://127.0.0.1:50051` for that of gRPC. With `https:`, TLS.
   */
  url: string;
  /** Protocol of that listener. Unset: `connect`. */
  protocol?: "connect" | "grpc";
  /** API key, sent as `authorization: Bearer <key>`. Unset: none is sent. */
  apiKey?: string;
  /** Certificates of the authorities to trust, in PEM. Unset: those that Node trusts. */
  rootCertificates?: string;
  /** After how many milliseconds a call ends that says nothing else. Unset: 30,000; 0: never. */
  timeoutMs?: number;
  /** What every call goes through, outermost first. */
  interceptors?: Interceptor[];
}

const TIMEOUT_MS = 30_000;

/** Creates clients of the server at `options.url`. Connects when the first call is made. */
export function connect(options: ConnectOptions): Modelwire {
  return clientsOf(createTransport(options));
}

/** Creates clients that call through a transport of the caller's own. */
export function clientsOf(transport: Transport): Modelwire {
  return {
    registry: createClient(RegistryService, transport),
    events: createClient(EventService, transport),
    webhooks: createClient(WebhookService, transport),
  };
}

function createTransport(options: ConnectOptions): Transport {
  const { url, apiKey, rootCertificates: ca, timeoutMs = TIMEOUT_MS, interceptors = [] } = options;
  const common = {
    baseUrl: url,
    interceptors: apiKey === undefined ? interceptors : [...interceptors, authorize(apiKey)],
    ...(timeoutMs > 0 && { defaultTimeoutMs: timeoutMs }),
    ...(ca !== undefined && { nodeOptions: { ca } }),
  };
  // gRPC is HTTP/2 always; Connect streams either way over HTTP/1.1 too.
  return options.protocol === "grpc"
    ? createGrpcTransport(common)
    : createConnectTransport({ ...common, httpVersion: "1.1" });
}

function authorize(apiKey: string): Interceptor {
  return (next) => (request) => {
    request.header.set("authorization", `Bearer ${apiKey}`);
    return next(request);
  };
}
