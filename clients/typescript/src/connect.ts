import { type Client, createClient, type Interceptor, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { tellRefusedStreams } from "./refused-stream.ts";

/** Typed clients of one server's services. */
export interface Modelwire {
  /** Registers, uploads, looks up and changes models. */
  registry: Client<typeof RegistryService>;
  /** Reads the log of events, and watches it. */
  events: Client<typeof EventService>;
  /** Says where events are sent. */
  webhooks: Client<typeof WebhookService>;
  /** Says who may call, and what. */
  access: Client<typeof AccessService>;
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
  /**
   * API key, sent as `authorization: Bearer <key>`; never in plain text to another machine. Unset:
   * none is sent.
   */
  apiKey?: string;
  /** Certificates of the authorities to trust, in PEM. Unset: those that Node trusts. */
  rootCertificates?: string;
  /** What to show to a server that asks for a certificate, in PEM. Unset: nothing. */
  clientCertificate?: { certificate: string; key: string };
  /** After how many milliseconds a call ends that says nothing else. Unset: 30,000; 0: never. */
  timeoutMs?: number;
  /** What every call goes through, outermost first. */
  interceptors?: Interceptor[];
}

const TIMEOUT_MS = 30_000;

/** Finds a connection that has died without a word; the server takes more pings than these. */
const keepAlive = { pingIntervalMs: 60_000, pingTimeoutMs: 20_000 };

/**
 * Creates clients of the server at `options.url`. Connects when the first call is made.
 *
 * @throws TypeError where an API key would go to another machine in plain text
 */
export function connect(options: ConnectOptions): Modelwire {
  return clientsOf(createTransport(options));
}

/** Creates clients that call through a transport of the caller's own. */
export function clientsOf(transport: Transport): Modelwire {
  return {
    registry: createClient(RegistryService, transport),
    events: createClient(EventService, transport),
    webhooks: createClient(WebhookService, transport),
    access: createClient(AccessService, transport),
  };
}

function createTransport(options: ConnectOptions): Transport {
  const { url, apiKey, rootCertificates: ca, clientCertificate: shown } = options;
  const { timeoutMs = TIMEOUT_MS, interceptors = [] } = options;
  if (apiKey !== undefined && !isPrivate(url)) {
    throw new TypeError(`apiKey: is not sent to ${url} in plain text; expected an https URL`);
  }
  const common = {
    baseUrl: url,
    interceptors: [
      ...interceptors,
      ...(apiKey === undefined ? [] : [authorize(apiKey)]),
      tellRefusedStreams(),
    ],
    ...(timeoutMs > 0 && { defaultTimeoutMs: timeoutMs }),
    nodeOptions: {
      ...(ca !== undefined && { ca }),
      ...(shown && { cert: shown.certificate, key: shown.key }),
    },
  };
  // gRPC is HTTP/2 always; Connect streams either way over HTTP/1.1 too.
  return options.protocol === "grpc"
    ? createGrpcTransport({ ...common, ...keepAlive })
    : createConnectTransport({ ...common, httpVersion: "1.1" });
}

/** Tells whether nobody on the way can read what is sent to a URL. */
function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || /^(localhost|\[::1\]|127(\.\d+){3})$/.test(hostname);
}

/** Creates the interceptor that sends an API key with every call. */
export function authorize(apiKey: string): Interceptor {
  return (next) => (request) => {
    request.header.set("authorization", `Bearer ${apiKey}`);
    return next(request);
  };
}
