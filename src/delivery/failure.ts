import { messageOf } from "../error.ts";
import { EgressError } from "./egress.ts";
import { BehindProxyError, ProxyError } from "./proxy.ts";

/** Says why a status is no success; undefined where it is one. */
export function explainStatus(status: number): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return `answered ${status}: redirects are not followed`;
  return `answered ${status}, expected 2xx`;
}

/** What a request without an answer failed at. */
export type FailureCause =
  | "timeout"
  | "connection"
  | "name"
  | "address"
  | "tls"
  | "proxy"
  | "server"
  | "other";

/** Why there was no answer. */
export interface Failure {
  cause: FailureCause;
  /** In words. */
  error: string;
  /** Whether it is of our own side. */
  serverFault: boolean;
}

const known: Record<string, string> = {
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset",
  EPIPE: "connection reset",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the host's network cannot be reached",
  ENOTFOUND: "the host name does not resolve",
  EAI_AGAIN: "the host name could not be resolved",
  UND_ERR_CONNECT_TIMEOUT: "no connection in time",
  UND_ERR_SOCKET: "the connection was closed before an answer",
};

// What this process has too little of.
const ours: Record<string, string> = {
  EMFILE: "this server has too many open files",
  ENFILE: "this server's system has too many open files",
  ENOBUFS: "this server's system has no memory for sockets",
  ENOMEM: "this server's system has no memory",
  EADDRNOTAVAIL: "this server's system has no free port",
};

/** Says in words why a request had no answer, and whose fault that is. */
export function explainFailure(error: unknown, timeoutMs: number): Failure {
  if (error instanceof Error && error.name === "TimeoutError") {
    return { cause: "timeout", error: `no answer within ${timeoutMs} ms`, serverFault: false };
  }
  if (error instanceof BehindProxyError) {
    return { cause: "connection", error: error.message, serverFault: false };
  }
  if (error instanceof ProxyError) {
    return { cause: "proxy", error: error.message, serverFault: true };
  }
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const fault = ours[code];
  if (fault !== undefined) return { cause: "server", error: fault, serverFault: true };
  const text = known[code] ?? messageOf(cause);
  return { cause: causeOf(cause, code), error: text, serverFault: false };
}

function causeOf(error: unknown, code: string): FailureCause {
  if (error instanceof EgressError) return "address";
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") return "timeout";
  if (/^(ENOTFOUND|EAI_)/.test(code)) return "name";
  if (/CERT|TLS|SSL|SIGNATURE|^UNABLE_TO_/.test(code)) return "tls";
  return code in known || code.startsWith("E") ? "connection" : "other";
}
