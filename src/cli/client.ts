import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { authorize, clientsOf, type Modelwire } from "../../clients/typescript/src/connect.ts";
import { translateErrors } from "../../clients/typescript/src/translate-errors.ts";
import { withoutPassword } from "../config/masked.ts";
import { findApiKey } from "./api-key.ts";
import { connectionReason } from "./connection-reason.ts";
import { readTlsOptions, type TlsFiles } from "./tls-options.ts";

/** Where the server is when nothing else is said. */
export const defaultUrl = "http://127.0.0.1:8080";

/** Options of every command that talks to a server. */
export interface ServerOptions extends TlsFiles {
  /** Base URL of the server, without a slash at its end. */
  url: string;
  /** Seconds to wait for an answer. */
  timeout: number;
  /** File with the API key to call with. */
  apiKeyFile?: string;
  /** Whether to print for programs. */
  json?: boolean;
}

/** Clients of one server. */
export type Clients = Modelwire;

/**
 * Creates clients of the server at `options.url`, over the Connect protocol on HTTP/1.1. Their
 * calls end after `options.timeout` seconds unless they say otherwise.
 *
 * @throws CliError where a file of the options for TLS is not what it must be
 */
export function createClients(options: ServerOptions): Clients {
  const apiKey = findApiKey(options.apiKeyFile);
  const transport = createConnectTransport({
    baseUrl: options.url,
    httpVersion: "1.1",
    defaultTimeoutMs: options.timeout * 1000,
    interceptors: [
      explainConnection(withoutPassword(options.url)),
      ...(apiKey === undefined ? [] : [authorize(apiKey)]),
    ],
    nodeOptions: readTlsOptions(options),
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
  return translateErrors(explain);
}

function explanation(error: ConnectError, url: string): [text: string, code: Code] {
  const reason = connectionReason(error.cause, url);
  if (reason !== undefined) return [reason, Code.Unavailable];
  const foreign = [Code.Unknown, Code.Internal, Code.Unimplemented].includes(error.code);
  const says = foreign ? `${url} does not answer as Modelwire does` : url;
  return [`${says}: ${error.rawMessage}`, error.code];
}
