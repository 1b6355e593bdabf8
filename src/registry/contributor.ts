import { type Contributor, ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import { invalidField } from "../error.ts";

/**
 * Checks who contributed, and normalises the identity: an Ethereum address is written in lower
 * case, whatever its checksum.
 * @throws ModelwireError INVALID_FIELD
 */
export function readContributor(contributor: Contributor | undefined): {
  kind: ContributorKind;
  id: string;
} {
  if (!contributor) throw invalidField("contributor", "expected who contributed the improvement");
  const { kind, id } = contributor;
  switch (kind) {
    case ContributorKind.ETHEREUM_ADDRESS:
      if (/^0x[0-9a-fA-F]{40}$/.test(id)) return { kind, id: id.toLowerCase() };
      throw invalidField(
        "contributor.id",
        "expected an Ethereum address: 0x and 40 hexadecimal digits",
      );
    case ContributorKind.ACCOUNT:
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
      if (/^[^\x00-\x1f\x7f]{1,250}$/.test(id) && id.trim() === id) return { kind, id };
      throw invalidField(
        "contributor.id",
        "expected 1 to 250 characters without control characters or space at an end",
      );
    default:
      throw invalidField(
        "contributor.kind",
        "expected CONTRIBUTOR_KIND_ETHEREUM_ADDRESS or CONTRIBUTOR_KIND_ACCOUNT",
      );
  }
}
