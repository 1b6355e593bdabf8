import { sql } from "kysely";
import type { CatalogAnswer } from "./catalog-reads.ts";
import type { Engine } from "./engine.ts";

/** Reads the newest version that a uuid is registered as; undefined where none is there. */
export type UuidReader = (modelUuid: string) => Promise<CatalogAnswer | undefined>;

type Answer = CatalogAnswer & { model_uuid: string };

/** One who waits for the answer to a look-up. */
type Waiting = PromiseWithResolvers<CatalogAnswer | undefined>;

/** Of a query, so that there are seven of them to prepare. */
const SIZES = [1, 2, 4, 8, 16, 32, 64];
const MOST_A_QUERY = 64;

/**
 * Creates a reader that asks for all that was looked up in the same turn of the event loop with
 * one query, which costs little more than a query for one. Each answer is read after it was asked
 * for. Nothing waits for a query of an earlier turn, so that one which hangs holds up no other.
 */
export function createUuidReader(engine: Engine): UuidReader {
  let waiting = new Map<string, Waiting>();
  const read = () => {
    const all = [...waiting];
    waiting = new Map();
    for (let from = 0; from < all.length; from += MOST_A_QUERY) {
      void answer(engine, new Map(all.slice(from, from + MOST_A_QUERY)));
    }
  };
  return (modelUuid) => {
    let one = waiting.get(modelUuid);
    if (!one) {
      one = Promise.withResolvers();
      if (waiting.size === 0) setImmediate(read);
      waiting.set(modelUuid, one);
    }
    return one.promise;
  };
}

async function answer(engine: Engine, waiting: ReadonlyMap<string, Waiting>): Promise<void> {
  try {
    const found = await readNewest(engine, [...waiting.keys()]);
    for (const [modelUuid, one] of waiting) one.resolve(found.get(modelUuid));
  } catch (error) {
    for (const one of waiting.values()) one.reject(error);
  }
}

/**
 * Reads the newest version of each uuid. Only that one's registration is fetched, however often a
 * model was registered. The state is one row: in the same query, no answer is told fresher than it
 * is.
 */
async function readNewest(engine: Engine, modelUuids: string[]): Promise<Map<string, Answer>> {
  const size = SIZES.find((most) => most >= modelUuids.length) ?? MOST_A_QUERY;
  // To ask for one twice costs nothing.
  const asked = Array.from({ length: size }, (_, index) => modelUuids[index] ?? modelUuids[0]);
  // "deleted_at is null" would let a database without statistics take one of the indexes of all that
  // is there, and look through it.
  const query = sql<Answer>`
    select v.model_uuid, v.registration, v.etag, v.unread, v.read_error, v.confirmed_at,
      v.baseline_id, v.baseline_uuid, s.as_of
    from catalog_versions as v
      join catalog_models as m on m.model_key = v.model_key
      join catalog_state as s on s.id = 1
    where v.model_uuid in (${sql.join(asked)}) and coalesce(v.deleted_at, 0) = 0
      and m.name is not null and not exists (
        select 1
        from catalog_versions as newer
          join catalog_models as its on its.model_key = newer.model_key
        where newer.model_uuid = v.model_uuid and coalesce(newer.deleted_at, 0) = 0
          and its.name is not null
          and (newer.created_at, newer.version, newer.model_key)
            > (v.created_at, v.version, v.model_key))`;
  const rows = await engine.readPrepared(query.compile(engine.db));
  return new Map(rows.map((row) => [row.model_uuid, row]));
}
