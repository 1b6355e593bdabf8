// What a scrape of /metrics reads from a database in which much waits. See ../README.md.
import { join } from "node:path";
import { sql } from "kysely";
import { countCatalog, readCatalogState } from "../../src/store/catalog-state.ts";
import { measureQueues, measureRegistrations } from "../../src/store/measures.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { startPostgres } from "../../test/support/postgres.ts";
import { makeBenchFolder, stopAll, stoppedAtEnd } from "../ending.ts";
import type { BenchRow } from "../result.ts";
import { summarize } from "../statistics.ts";
import { postgresVersion } from "../surroundings.ts";
import { tell } from "../tell.ts";

const VERSIONS = Number(process.env.BENCH_VERSIONS ?? 100_000);
const DELIVERIES = Number(process.env.BENCH_DELIVERIES ?? 1_000_000);
const ENDPOINTS = 20;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 20);

const reads = {
  "state of the index": (store: Store) => readCatalogState(store.db),
  "what the index has": (store: Store) => countCatalog(store.db),
  "what waits for endpoints": (store: Store) => measureQueues(store.db),
  "registrations under way": (store: Store) => measureRegistrations(store.db),
};

async function fill({ db, engine }: Store): Promise<void> {
  const series = (to: number) =>
    engine.name === "postgres"
      ? sql`generate_series(1, ${sql.lit(to)}) as s(i)`
      : sql`(with recursive s(i) as (select 1 union all select i + 1 from s where i < ${sql.lit(to)}) select i from s) as s`;
  const bytes =
    engine.name === "postgres" ? sql`decode(repeat('ab', 2000), 'hex')` : sql`zeroblob(2000)`;
  await sql`insert into catalog_versions (model_key, version, created_at, unread, read_after, seen_hash, confirmed_at, registration, etag)
    select 'model' || (i / 100), i % 100, i, 0, 0, 'x', 0, ${bytes}, '' from ${series(VERSIONS)}`.execute(
    db,
  );
  await sql`insert into catalog_models (model_key, name, last_name, created_at, tags, seen_in)
    select 'model' || i, 'name' || i, 'name' || i, i, '{}', 1 from ${series(VERSIONS / 100)}`.execute(
    db,
  );
  await sql`insert into endpoints (endpoint_id, fingerprint, url, format, state, secret, created_at)
    select 'ep_' || i, '', 'http://127.0.0.1:9/', 'STANDARD', 'ENABLED', '', i from ${series(ENDPOINTS)}`.execute(
    db,
  );
  const events = DELIVERIES / ENDPOINTS;
  await sql`insert into events (event_id, model_name, sequence, type, created_at, event, position, log_time)
    select 'evt_' || i, 'name', i, 't', i, ${engine.name === "postgres" ? sql`''::bytea` : sql`x''`}, i, i from ${series(events)}`.execute(
    db,
  );
  await sql`insert into deliveries (delivery_id, event_id, endpoint_id, model_name, sequence, type, state, attempt_count, next_attempt_at, lease_token, lease_until, created_at)
    select 'dlv_' || i, 'evt_' || (1 + (i - 1) / ${sql.lit(ENDPOINTS)}), 'ep_' || (1 + (i - 1) % ${sql.lit(ENDPOINTS)}), 'name', i, 't', 'PENDING', 0, i, 0, 0, i
    from ${series(DELIVERIES)}`.execute(db);
  // As PostgreSQL does by itself, before long.
  if (engine.name === "postgres") await sql`vacuum analyze`.execute(db);
}

const folder = await makeBenchFolder();
const postgres = await stoppedAtEnd(startPostgres());
try {
  const rows: BenchRow[] = [];
  const engines = { SQLite: `sqlite:${join(folder, "modelwire.db")}`, PostgreSQL: postgres.url };
  for (const [engine, url] of Object.entries(engines)) {
    const store = await openStore(url);
    try {
      await fill(store);
      for (const [what, read] of Object.entries(reads)) {
        const tookMs: number[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const began = performance.now();
          await read(store);
          tookMs.push(performance.now() - began);
        }
        rows.push({
          case: { database: engine, read: what },
          measured: { "time, ms": summarize(tookMs) },
          counted: {},
        });
      }
    } finally {
      await store.close();
    }
  }
  await tell({
    benchmark: "scrape",
    settings: { versions: VERSIONS, "deliveries that wait": DELIVERIES, rounds: ROUNDS },
    versions: { PostgreSQL: await postgresVersion(postgres.url) },
    tables: [{ name: "What a scrape reads", rows }],
  });
} finally {
  await stopAll();
}
