import { z } from "zod";
import { invalidField } from "../error.ts";
import { type IdPrefix, wrongId } from "../event/ids.ts";
import { canonicalJson } from "../package/canonical-json.ts";
import { sha256 } from "../package/digest.ts";
import type { ListPosition } from "../store/endpoints.ts";

const DEFAULT_SIZE = 100;
const MOST = 1000;

/** Which page of a list is asked for. */
export interface Page<Position> {
  size: number;
  after: Position | undefined;
  /** Makes the token of the page that follows this place. */
  tokenAfter(position: Position): string;
}

/** Describes places in a list of things with such ids that is ordered by time and id. */
export function timeAndId(prefix: IdPrefix): z.ZodType<ListPosition> {
  return z.object({
    createdAt: z.number().int(),
    id: z.string().refine((id) => wrongId(prefix, id) === undefined),
  });
}

/**
 * Reads which page a request asks for.
 *
 * @param place describes a place in the list, which a token holds as JSON
 * @param filter what the list is narrowed and ordered by: a token goes on with the list it was
 *   made for only
 * @throws ModelwireError INVALID_FIELD
 */
export function readPage<Position>(
  place: z.ZodType<Position>,
  { pageSize, pageToken }: { pageSize: number; pageToken: string },
  filter: unknown,
): Page<Position> {
  const size = readPageSize(pageSize);
  const of = sha256(canonicalJson(filter ?? null)).slice(0, 8);
  return {
    size,
    after: pageToken === "" ? undefined : readToken(pageToken, of, place),
    tokenAfter: (position) => Buffer.from(JSON.stringify([position, of])).toString("base64url"),
  };
}

/** Reads how long a page is to be. @throws ModelwireError INVALID_FIELD */
export function readPageSize(pageSize: number): number {
  if (pageSize < 0 || pageSize > MOST) {
    throw invalidField("page_size", `expected 1 to ${MOST}, or 0 for ${DEFAULT_SIZE}`);
  }
  return pageSize || DEFAULT_SIZE;
}

function readToken<Position>(token: string, of: string, place: z.ZodType<Position>): Position {
  try {
    const text = Buffer.from(token, "base64url").toString("utf8");
    const [position] = z.tuple([place, z.literal(of)]).parse(JSON.parse(text));
    return position;
  } catch {
    throw invalidField(
      "page_token",
      "expected the next_page_token of an answer to the same request",
    );
  }
}
