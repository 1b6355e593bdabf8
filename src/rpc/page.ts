import { z } from "zod";
import { invalidField } from "../error.ts";
import { type IdPrefix, wrongId } from "../event/ids.ts";
import { canonicalJson } from "../package/canonical-json.ts";
import { sha256 } from "../package/digest.ts";
import type { ListPosition } from "../store/endpoints.ts";

const DEFAULT_SIZE = 100;
const MOST = 1000;

const tokenParts = z.tuple([z.number().int(), z.string(), z.string()]);

/** Which page of a list is asked for. */
export interface Page {
  size: number;
  after: ListPosition | undefined;
  /** Makes the token of the page that follows this place. */
  tokenAfter(position: ListPosition): string;
}

/**
 * Reads which page a request asks for.
 *
 * @param prefix what the list is of
 * @param filter what the list is narrowed by: a token goes on with the list it was made for only
 * @throws ModelwireError INVALID_FIELD
 */
export function readPage(
  prefix: IdPrefix,
  { pageSize, pageToken }: { pageSize: number; pageToken: string },
  filter: unknown,
): Page {
  if (pageSize < 0 || pageSize > MOST) {
    throw invalidField("page_size", `expected 1 to ${MOST}, or 0 for ${DEFAULT_SIZE}`);
  }
  const of = sha256(canonicalJson(filter ?? null)).slice(0, 8);
  return {
    size: pageSize || DEFAULT_SIZE,
    after: pageToken === "" ? undefined : readToken(pageToken, of, prefix),
    tokenAfter: ({ createdAt, id }) =>
      Buffer.from(JSON.stringify([createdAt, id, of])).toString("base64url"),
  };
}

function readToken(token: string, of: string, prefix: IdPrefix): ListPosition {
  const wrong = invalidField(
    "page_token",
    "expected the next_page_token of an answer to the same request",
  );
  try {
    const text = Buffer.from(token, "base64url").toString("utf8");
    const [createdAt, id, madeFor] = tokenParts.parse(JSON.parse(text));
    if (madeFor !== of || wrongId(prefix, id)) throw wrong;
    return { createdAt, id };
  } catch {
    throw wrong;
  }
}
