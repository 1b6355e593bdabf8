import { commandName } from "./output.ts";

/**
 * Says in the words of the person at the terminal why a connection could not be made or broke;
 * undefined where the cause is none of the network's.
 */
export function connectionReason(cause: unknown, url: string): string | undefined {
  const code = networkCode(cause);
  switch (code) {
    case undefined:
      return undefined;
    case "ECONNREFUSED": {
      const serve = commandName.startsWith(".")
        ? "npm start"
        : `${commandName} serve --local-mlflow`;
      return `no Modelwire answers at ${url}: connection refused; start it with: ${serve}`;
    }
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `no Modelwire answers at ${url}: no such host`;
    case "CERT_HAS_EXPIRED":
      return `the certificate of ${url} has expired`;
    case "CERT_NOT_YET_VALID":
      return `the certificate of ${url} does not hold yet`;
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return `the certificate of ${url} is for another host`;
    case "ERR_SSL_WRONG_VERSION_NUMBER":
    case "EPROTO":
      return `${url} does not speak TLS: is it http://?`;
  }
  return untrusted.has(code)
    ? `the certificate of ${url} is not of an authority that is trusted (${code}); --ca-file <file> names one`
    : `the connection to ${url} broke: ${code}`;
}

/** What Node calls a certificate that leads to no authority it knows. */
const untrusted = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_SIGNATURE_FAILURE",
]);

/** Finds the code of Node's network error, such as `ECONNREFUSED`, in a chain of causes. */
function networkCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ("code" in cause && typeof cause.code === "string") {
    const { code } = cause;
    if (/^(E[A-Z]|CERT_)/.test(code) || untrusted.has(code)) return code;
  }
  return networkCode(cause.cause);
}
