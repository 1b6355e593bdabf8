import { afterEach, expect, test } from "vitest";
import { findEndpoint } from "../../src/store/endpoint-health.ts";
import type { EndpointRow } from "../../src/store/endpoints.ts";
import type { Store } from "../../src/store/store.ts";
import { bodyOf, hang, reset, startUntrusted } from "../support/bad-receivers.ts";
import {
  addEndpointRow,
  commitRound,
  type DeliveringProcess,
  spawnDelivering,
} from "../support/delivering.ts";
import { listDeliveries } from "../support/listed-deliveries.ts";
import {
  type Answer,
  answerWith,
  type ReceivedRequest,
  type Receiver,
  startReceiver,
} from "../support/receiver.ts";
import { describeOnBothEngines } from "../support/stores.ts";
import { sequencesOf, toldEvents, unexplainedRepeats } from "../support/told-events.ts";
import { markKill, watchEndpoint } from "../support/watched-endpoint.ts";

const MINUTES = 60_000;
const GIBIBYTE = 1024 ** 3;
const waiting = { timeout: 12 * MINUTES, interval: 500 };

const models = Array.from({ length: 16 }, (_, i) => `m${i + 1}`);
/** Events of each model. */
const ROUNDS = 200;
const EVENTS = ROUNDS * models.length;
/** The endpoint with the endless body is there from this round on: each costs megabytes. */
const ENDLESS_FROM_ROUND = 181;
const ENDLESS_EVENTS = (ROUNDS - ENDLESS_FROM_ROUND + 1) * models.length;
/** After so many events at the healthy endpoint, a worker is killed. */
const KILLS_AT = [300, 900, 1500, 2100, 2700];
/**
 * Long beside any pause of a busy machine: a lease is lost by a kill alone, and only what hangs has
 * no answer in time. The last worker waits for the leases of the one before: longer than an attempt.
 */
const worker = { leaseMs: 30_000, timeoutMs: 15_000 };
/** So many events at most are ahead of the healthy endpoint: SQLite has one writer at a time. */
const MOST_AHEAD = 600;

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function receive(answer?: Answer): Promise<Receiver> {
  const receiver = await startReceiver(answer);
  open.push(() => receiver.close());
  return receiver;
}

async function spawn(url: string): Promise<DeliveringProcess> {
  const process = await spawnDelivering(url, worker);
  open.push(() => process.kill());
  return process;
}

/** Answers 500 to the first request of some events, and 200 to every other. */
function busyAtFirst(isHit: (request: ReceivedRequest) => boolean) {
  const refused = new Set<unknown>();
  return (request: ReceivedRequest) => {
    const id = request.headers["webhook-id"];
    if (refused.has(id) || !isHit(request)) return 200;
    refused.add(id);
    return 500;
  };
}

async function deliveriesTo(store: Store, { endpoint_id: endpointId }: EndpointRow) {
  const filter = { endpointId, eventId: undefined, state: undefined };
  return listDeliveries(store.db, filter, EVENTS, undefined);
}

/** Counts the deliveries to endpoints that are delivered, in their order. */
async function countDelivered(store: Store, rows: readonly EndpointRow[]): Promise<number[]> {
  const counts = await store.db
    .selectFrom("deliveries")
    .select((e) => ["endpoint_id", e.fn.countAll().as("count")])
    .where("state", "=", "DELIVERED")
    .groupBy("endpoint_id")
    .execute();
  const byId = new Map(counts.map((one) => [one.endpoint_id, Number(one.count)]));
  return rows.map((row) => byId.get(row.endpoint_id) ?? 0);
}

/** Checks that a bad endpoint's deliveries wait, that their attempts say why, and its health too. */
async function expectFailing(
  store: Store,
  row: EndpointRow,
  attempt: { status: number | null; error: unknown },
): Promise<void> {
  const deliveries = await deliveriesTo(store, row);
  expect(deliveries).toHaveLength(EVENTS);
  expect(new Set(deliveries.map(({ delivery }) => delivery.state))).toEqual(new Set(["PENDING"]));
  const attempts = deliveries.flatMap((one) => one.attempts);
  expect(attempts.length).toBeGreaterThan(0);
  for (const one of attempts) expect(one).toMatchObject({ ...attempt, server_fault: 0 });
  expect(await findEndpoint(store.db, row.endpoint_id)).toMatchObject({
    consecutive_failures: attempts.length,
    failing_since: expect.any(Number),
    last_success_at: null,
    last_error: attempt.error,
  });
}

describeOnBothEngines((stores) => {
  test(
    "of thousands of events none is lost, and none comes again that was known to have arrived, whatever endpoints do and however often workers are killed",
    async () => {
      const store = await stores.open();
      const refusals = { count: 0 };
      const everyHundredth = ({ body }: ReceivedRequest) => {
        const { model, sequence } = JSON.parse(body.toString());
        return sequence === 100 && ["m1", "m7", "m16"].includes(model);
      };
      const watch = async (
        given: Partial<EndpointRow>,
        statusOf: (r: ReceivedRequest) => number,
      ) => {
        const one = await watchEndpoint(store, given, statusOf);
        open.push(() => one.receiver.close());
        return one;
      };
      const watched = {
        healthy: await watch({}, () => 204),
        ordered: await watch({ ordered: 1 }, () => 200),
        orderedBusy: await watch({ ordered: 1 }, busyAtFirst(everyHundredth)),
        busy: await watch(
          {},
          busyAtFirst(() => refusals.count++ < 40),
        ),
      };
      const all = Object.values(watched);
      const elsewhere = await receive();
      const untrusted = await startUntrusted();
      open.push(() => untrusted.close());
      const add = async (answer: Answer) => addEndpointRow(store, (await receive(answer)).url);
      const bad = {
        later: await add(answerWith(429, { "retry-after": "3600" })),
        hangs: await add(hang),
        resets: await add(reset),
        redirects: await add(answerWith(301, { location: elsewhere.url })),
        gone: await add(answerWith(410)),
        untrusted: await addEndpointRow(store, untrusted.url),
      };
      let written = 0;
      const endless = await receive(
        bodyOf(GIBIBYTE, (bytes) => {
          written += bytes;
        }),
      );

      const workers = [await spawn(stores.url)];
      if (stores.engine === "postgres") workers.push(await spawn(stores.url));
      let endlessRow: EndpointRow | undefined;
      const committed = (async () => {
        for (let round = 1; round <= ROUNDS; round++) {
          if (round === ENDLESS_FROM_ROUND) endlessRow = await addEndpointRow(store, endless.url);
          await commitRound(store, models, round);
          await watched.healthy.receiver.waitFor(round * models.length - MOST_AHEAD);
        }
      })();
      for (const count of KILLS_AT) {
        await watched.healthy.receiver.waitFor(count);
        const victim = workers.shift();
        await victim?.kill();
        await markKill(store, all);
        workers.push(await spawn(stores.url));
      }
      await committed;
      if (!endlessRow) throw new Error("no endpoint with an endless body");
      const whole = [...all.map(({ row }) => row), endlessRow];
      await expect
        .poll(() => countDelivered(store, whole), waiting)
        .toEqual([EVENTS, EVENTS, EVENTS, EVENTS, ENDLESS_EVENTS]);
      // So that nothing changes while it is looked at.
      for (const one of workers) await one.kill();

      const ids = new Set((await deliveriesTo(store, bad.hangs)).map((d) => d.delivery.event_id));
      expect(ids.size).toBe(EVENTS);
      const inOrder = Array.from({ length: ROUNDS }, (_, i) => i + 1);
      for (const { row, receiver, statuses, forged, kills } of all) {
        expect(new Set(toldEvents(receiver).map((one) => one.id))).toEqual(ids);
        expect(unexplainedRepeats(receiver, statuses, kills)).toEqual([]);
        expect(forged).toEqual([]);
        for (const { attempts } of await deliveriesTo(store, row)) {
          const outcomes = attempts.map(({ status, error }) => ({ status, error }));
          const success = { status: row === watched.healthy.row ? 204 : 200, error: null };
          // A refusal that a worker died of before it was recorded is in no list.
          const refusal = { status: 500, error: "answered 500, expected 2xx" };
          expect([[success], [refusal, success]]).toContainEqual(outcomes);
        }
        expect(await findEndpoint(store.db, row.endpoint_id)).toMatchObject({
          state: "ENABLED",
          consecutive_failures: 0,
          failing_since: null,
        });
      }
      expect(watched.busy.statuses.filter((status) => status === 500)).toHaveLength(40);
      expect(watched.orderedBusy.statuses.filter((status) => status === 500)).toHaveLength(3);
      for (const { receiver } of [watched.ordered, watched.orderedBusy]) {
        for (const model of models) expect(sequencesOf(receiver, model)).toEqual(inOrder);
      }

      const later = { status: 429, error: "answered 429, expected 2xx" };
      await expectFailing(store, bad.later, later);
      for (const { delivery, attempts } of await deliveriesTo(store, bad.later)) {
        const [attempt, ...more] = attempts;
        expect(more).toEqual([]);
        if (!attempt) continue;
        expect(delivery.next_attempt_at - attempt.started_at).toBeGreaterThanOrEqual(3_600_000);
      }
      await expectFailing(store, bad.hangs, {
        status: null,
        error: `no answer within ${worker.timeoutMs} ms`,
      });
      await expectFailing(store, bad.resets, {
        status: null,
        error: expect.stringMatching(/^connection reset$|closed before an answer$/),
      });
      await expectFailing(store, bad.redirects, {
        status: 301,
        error: "answered 301: redirects are not followed",
      });
      expect(elsewhere.received).toEqual([]);
      await expectFailing(store, bad.untrusted, {
        status: null,
        error: expect.stringMatching(/self-signed certificate/),
      });
      await expectFailing(store, bad.gone, { status: 410, error: "answered 410, expected 2xx" });
      expect(await findEndpoint(store.db, bad.gone.endpoint_id)).toMatchObject({
        state: "DISABLED",
        disabled_reason: "the endpoint answered 410 Gone",
      });
      for (const { attempts } of await deliveriesTo(store, endlessRow)) {
        expect(attempts).toMatchObject([{ status: 200, response_excerpt: "x".repeat(1024) }]);
      }
      // Each was cut off: what was written of a GiB is what the sockets' buffers took.
      expect(written / endless.received.length).toBeLessThan(GIBIBYTE / 32);
    },
    15 * MINUTES,
  );
});
