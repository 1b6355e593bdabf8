import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

const TIMEOUT_MS = 5_000;

/**
 * Tells whether anything answers HTTP at a URL, whatever it says, within 5 s. A store may be
 * reachable from MLflow alone, or have a certificate that is trusted only there.
 */
export function reaches(url: URL): Promise<boolean> {
  const start = url.protocol === "https:" ? requestHttps : requestHttp;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const request = start(url, { method: "HEAD", agent: false, signal });
  return new Promise((resolve) => {
    request.on("error", () => resolve(false));
    request.on("response", () => {
      resolve(true);
      request.destroy();
    });
    request.end();
  });
}
