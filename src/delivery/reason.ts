import type { WebhookResult } from "./sender.ts";

/** Says in a word what became of a request: one of a few, for whoever counts them. */
export function reasonOf({ status, cause }: Pick<WebhookResult, "status" | "cause">): string {
  if (status === undefined) return cause ?? "other";
  return status >= 200 && status < 300 ? "ok" : `status_${Math.floor(status / 100)}xx`;
}
