import { messageOf } from "../error.ts";
import { bodyName } from "../event/bodies.ts";
import type { EndpointRow } from "../store/endpoints.ts";
import { previousSecrets } from "./secret.ts";
import type { Vault } from "./vault.ts";

/** What the requests to an endpoint have in common. */
export interface DeliveryTarget {
  url: string;
  format: string;
  /** The name of the bodies that it is sent. */
  bodyName: string;
  /** Opened, the newest first. */
  secrets: readonly string[];
}

/**
 * Reads what an endpoint is sent, with its secrets opened.
 *
 * @throws ModelwireError SECRET_KEY_MISSING
 */
export function targetOf(endpoint: EndpointRow, vault: Vault, now: number): DeliveryTarget {
  const earlier = previousSecrets(endpoint, now).map((one) => one.secret);
  return {
    url: endpoint.url,
    format: endpoint.format,
    bodyName: bodyName(endpoint),
    secrets: [endpoint.secret, ...earlier].map((sealed) => vault.open(sealed)),
  };
}

/** Says why nothing can be sent to an endpoint, whatever its state; undefined where it can. */
export function whyBlocked(endpoint: EndpointRow, vault: Vault, now: number): string | undefined {
  try {
    targetOf(endpoint, vault, now);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
