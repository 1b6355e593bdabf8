import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { clientsOf, type Modelwire } from "../../clients/typescript/src/connect.ts";
import { commandName } from "./output.ts";

/** Where the server is when nothing else is said. */
export const defaultUrl = "http://127.0.0.1:8080";

/** Options of every command that talks to a server. */
export interface ServerOptions {
  /** Base URL of the server, without a slash at its end. */
  url: string;
  /** Seconds to wait for an answer. */
  timeout: number;
  /** Whether to print for programs. */
  json?: boolean;
}

/** Clients of one server. */
export type Clients = Modelwire;

/**
 * Creates clients of the server at `options.url`, over the Connect protocol on HTTP/1.1. Their
 * calls end after `options.timeout` seconds unless they say otherwise.
 */
export function createClients(options: ServerOptions): Clients {
  const transport = createConnectTransport({
    baseUrl: options.url,
    httpVersion: "1.1",
    defaultTimeoutMs: options.timeout * 1000,
    interceptors: [explainConnection(options.url)],
  });
  return clientsOf(transport);
}

/** Says in the words of the person at the terminal why no answer came from a server. */
function explainConnection(url: string): Interceptor {
  const explain = (cause: unknown): ConnectError => {
    const error = ConnectError.from(cause);
    // An error with details is Modelwire's own.
    if (error.details.length > 0) return error;
    const [text, code] = explanation(error, url);
    return new ConnectError(text, code, error.metadata, undefined, error.cause);
  };
  return (next) => async (request) => {
    try {
      const response = await next(request);
      if (!response.stream) return response;
      return { ...response, message: explaining(response.message, explain) };
    } catch (cause) {
      throw explain(cause);
    }
  };
}

async function* explaining<T>(
  messages: AsyncIterable<T>,
  explain: (cause: unknown) => ConnectError,
): AsyncGenerator<T> {
  try {
    yield* messages;
  } catch (cause) {
    throw explain(cause);
  }
}

function explanation(error: ConnectError, url: string): [text: string, code: Code] {
  const serve = commandName.startsWith(".") ? "npm start" : `${commandName} serve --local-mlflow`;
  const network = networkCode(error.cause);
  switch (network) {
    case undefined:
      break;
    case "ECONNREFUSED":
      return [
        `no Modelwire answers at ${url}: connection refused; start it with: ${serve}`,
        Code.Unavailable,
      ];
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return [`no Modelwire answers at ${url}: no such host`, Code.Unavailable];
    default:
      return [`the connection to ${url} broke: ${network}`, Code.Unavailable];
  }
  const foreign = [Code.Unknown, Code.Internal, Code.Unimplemented].includes(error.code);
  const says = foreign ? `${url} does not answer as Modelwire does` : url;
  return [`${says}: ${error.rawMessage}`, error.code];
}

/** Finds the code of Node's network error, such as `ECONNREFUSED`, in a chain of causes. */
function networkCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ("code" in cause && typeof cause.code === "string" && /^E[A-Z]/.test(cause.code)) {
    return cause.code;
  }
  return networkCode(cause.cause);
}
