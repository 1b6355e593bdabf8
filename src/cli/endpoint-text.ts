import { timestampMs } from "@bufbuild/protobuf/wkt";
import {
  BodyFormat,
  type Endpoint,
  type EndpointHealth,
  EndpointState,
} from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { ageText, timeWithAge } from "./age.ts";
import { type Field, fields, time } from "./output.ts";

/** What a row of a table has room for; `endpoints show` has the whole text. */
const LONGEST_ERROR = 60;

/** What `--format` takes. */
export const formats: Record<string, BodyFormat> = {
  standard: BodyFormat.STANDARD,
  protobuf: BodyFormat.PROTOBUF,
  "site-flat": BodyFormat.SITE_FLAT,
  "site-nested": BodyFormat.SITE_NESTED,
};

/** Prints what is known of an endpoint, for people; its secret where there is one to be shown. */
export function endpointText(endpoint: Endpoint | undefined, secret?: string): string {
  return fields([...endpointFields(endpoint), ["secret", secret]]);
}

function endpointFields(endpoint: Endpoint | undefined): Field[] {
  if (!endpoint) return [];
  return [
    ["endpoint", endpoint.endpointId],
    ["url", endpoint.url],
    ["description", endpoint.description],
    ["state", stateText(endpoint)],
    ["format", `${formatText(endpoint)}, payload version ${endpoint.payloadVersion}`],
    ["filter", endpoint.filter],
    ["ordered", endpoint.ordered ? "yes" : ""],
    ["created", time(endpoint.creationTime)],
    ["earlier secrets", expiryText(endpoint)],
    ...healthFields(endpoint.health),
  ];
}

/** Says whether events are sent to an endpoint, and why not. */
export function stateText({ state, disabledReason, health }: Endpoint): string {
  const name = EndpointState[state]?.toLowerCase() ?? "";
  const why = [disabledReason, health?.blockedReason && `blocked: ${health.blockedReason}`];
  return [name, ...why.filter(Boolean)].join(": ");
}

/** Says in a row for how long an endpoint has failed, and with what; empty where it does not. */
export function failingText({ health }: Endpoint, nowMs = Date.now()): string {
  if (!health?.failingSinceTime) return "";
  const { failingSinceTime, lastError = "" } = health;
  const characters = [...lastError];
  const error =
    characters.length > LONGEST_ERROR
      ? `${characters.slice(0, LONGEST_ERROR - 1).join("")}…`
      : lastError;
  return `${ageText(nowMs - timestampMs(failingSinceTime))}: ${error}`;
}

function formatText({ format }: Endpoint): string {
  return Object.keys(formats).find((name) => formats[name] === format) ?? BodyFormat[format] ?? "";
}

function expiryText({ previousSecretExpiryTime }: Endpoint): string {
  return previousSecretExpiryTime ? `sign too until ${time(previousSecretExpiryTime)}` : "";
}

function healthFields(health: EndpointHealth | undefined): Field[] {
  if (!health) return [];
  const { pendingCount, consecutiveFailures } = health;
  const oldest = timeWithAge(health.oldestPendingTime);
  const since = timeWithAge(health.failingSinceTime);
  return [
    ["waiting", pendingCount > 0 ? `${pendingCount}, the oldest since ${oldest}` : "nothing"],
    ["failing", consecutiveFailures > 0 ? `${consecutiveFailures} attempts since ${since}` : ""],
    ["last success", timeWithAge(health.lastSuccessTime)],
    ["last failure", timeWithAge(health.lastFailureTime)],
    ["last error", health.lastError],
  ];
}
