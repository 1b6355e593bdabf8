import { measured, nameOf, rowsOf } from "./results.ts";
import type { Section } from "./section.ts";

const RATE = "200";
const LATEST_MS = 50;
const SHARE_OF_BARE = 0.5;

/** Webhooks. */
export const webhook: Section = {
  benchmark: "webhook",
  title: "Webhooks",
  asks: `How long is an event under way, from its commit to its receiver? What do other endpoints
cost that one, good ones and such that hang, fail, reset, throttle or never end their answers? And
how fast is a backlog sent, against a bare loop of [undici](https://undici.nodejs.org) that posts as
many bodies to the same receiver and records nothing?`,
  aims: (result) => [
    {
      asks: `at ${RATE} events a second 99 of 100 arrive within ${LATEST_MS} ms`,
      bound: { atMost: LATEST_MS },
      cases: rowsOf(result, "From the commit to the receiver")
        .filter((row) => row.case["events a second"] === RATE)
        .map((row) => ({ name: row.case.database ?? "", value: measured(row, "p99, ms") })),
    },
    {
      asks: "a backlog is sent at least half as fast as a bare loop posts",
      bound: { atLeast: SHARE_OF_BARE },
      cases: rowsOf(result, "Draining a backlog").map((row) => ({
        name: nameOf(row),
        value: measured(row, "÷ bare undici"),
      })),
    },
  ],
  means:
    () => `The bare loop does none of what makes a delivery one that is not lost: each is claimed
in the database and signed, and every attempt is recorded durably, so what the disk and the database
take weighs. PostgreSQL has a process for each connection, which on
this machine share the cores with the sender and the receiver. Several processes on one PostgreSQL
share a backlog.

Beside endpoints that are bad the one that is good has only the cost of more deliveries: compare it
with as many that are good. Requests that came twice would be counted as "sent twice".`,
};
