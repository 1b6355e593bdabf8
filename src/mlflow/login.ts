import type { MlflowConfig } from "../config/config.ts";
import { basic, type Login, loginOf, SHORTEST_SECRET, secretForms } from "../config/login.ts";

const WITHHELD = "[withheld]";

/**
 * Gives the header that says to MLflow who calls. As in MLflow's own client, a user within the
 * tracking URI counts before MLFLOW_TRACKING_USERNAME, and that before MLFLOW_TRACKING_TOKEN.
 */
export function authorizationOf(config: MlflowConfig): Record<string, string> {
  const login = loginTo(config);
  if (login !== undefined) return { authorization: basic(login) };
  return config.token === undefined ? {} : { authorization: `Bearer ${config.token}` };
}

/**
 * Creates what takes our credentials out of what MLflow says: it, or a proxy before it, may repeat
 * what it was sent, and what it says goes to callers and into the log.
 */
export function createWithholding(config: MlflowConfig): (text: string) => string {
  const login = loginTo(config);
  const { token } = config;
  const secrets = [...(login ? secretForms(login) : []), token ?? ""]
    .filter(({ length }) => length >= SHORTEST_SECRET)
    // As they are, and as JSON has them.
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, WITHHELD), text);
}

function loginTo({ trackingUri = "", username, password = "" }: MlflowConfig): Login | undefined {
  return loginOf(trackingUri) ?? (username === undefined ? undefined : { username, password });
}
