import { expect, test } from "vitest";
import { judge } from "./judge.ts";
import type { WebhookResult } from "./sender.ts";

const failed: WebhookResult = {
  startedAt: 1000,
  latencyMs: 10,
  status: 500,
  error: "answered 500, expected 2xx",
  responseExcerpt: "",
  retryAfterMs: undefined,
  serverFault: false,
};

test("what decides the wait is how often the schedule was used, not how many attempts there were", () => {
  const at = (count: number) => judge({ scheduled_count: count }, failed, () => 0.5);
  expect(at(0)).toMatchObject({ state: "PENDING", nextAttemptAt: 1010 + 5000 });
  expect(at(1)).toMatchObject({ state: "PENDING", nextAttemptAt: 1010 + 300_000 });
  expect(at(9)).toMatchObject({ state: "FAILED" });
});

test("a fault of ours is tried again in 5 to 30 seconds, however often it was", () => {
  const fault = { ...failed, serverFault: true, status: undefined };
  for (const count of [0, 9, 99]) {
    const waits = [0, 1].map((random) => judge({ scheduled_count: count }, fault, () => random));
    expect(waits.map((one) => [one.state, one.nextAttemptAt - 1010])).toEqual([
      ["PENDING", 5000],
      ["PENDING", 30_000],
    ]);
  }
});

test("410 disables the endpoint, Retry-After puts off the next attempt, and 2xx is the end", () => {
  const delivery = { scheduled_count: 0 };
  expect(judge(delivery, { ...failed, status: 410 }).disableEndpoint).toMatch(/410 Gone/);
  expect(judge(delivery, { ...failed, retryAfterMs: 60_000 }).nextAttemptAt).toBe(61_010);
  expect(judge(delivery, { ...failed, status: 204, error: undefined })).toMatchObject({
    state: "DELIVERED",
    disableEndpoint: undefined,
  });
});
