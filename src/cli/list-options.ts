import type { MessageInitShape } from "@bufbuild/protobuf";
import { type Timestamp, timestampFromMs } from "@bufbuild/protobuf/wkt";
import { InvalidArgumentError } from "commander";
import type { TagFilterSchema } from "#gen/modelwire/registry/v1/reads_pb.js";
import {
  ContributorKind,
  type ContributorSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";

type TagFilter = MessageInitShape<typeof TagFilterSchema>;

/**
 * Collects the values of a repeatable option `<key>[=<value>]`: a tag with any value, or with this
 * one, which may hold `=` and be empty.
 *
 * @throws InvalidArgumentError for a text without a key.
 */
export function collectTagFilter(text: string, before: TagFilter[] = []): TagFilter[] {
  const [key = "", ...value] = text.split("=");
  if (key === "") throw new InvalidArgumentError("It must be <key> or <key>=<value>.");
  return [...before, value.length > 0 ? { key, value: value.join("=") } : { key }];
}

/** Takes an Ethereum address for one, and everything else for the name of an account. */
export function parseContributor(id: string): MessageInitShape<typeof ContributorSchema> {
  const isAddress = /^0x[0-9a-f]{40}$/i.test(id);
  return { kind: isAddress ? ContributorKind.ETHEREUM_ADDRESS : ContributorKind.ACCOUNT, id };
}

const isoTime =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Parses a time of ISO 8601: a date, or a date and a time of day. It is UTC where it says no
 * offset, as the times are that the command prints.
 *
 * @throws InvalidArgumentError for anything else.
 */
export function parseTime(text: string): Timestamp {
  const [, date = "", clock = "00:00", offset = "Z"] = isoTime.exec(text) ?? [];
  const ms = Date.parse(`${date}T${clock}${offset}`);
  // Date takes February 30th for March 2nd.
  const isDay = !Number.isNaN(ms) && new Date(date).toISOString().startsWith(date);
  if (!isDay) {
    throw new InvalidArgumentError("It must be a time such as 2026-03-01 or 2026-03-01T12:00:00Z.");
  }
  return timestampFromMs(ms);
}
