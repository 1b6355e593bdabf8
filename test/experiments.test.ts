import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from "vitest";
import { readConfig } from "../src/config/config.ts";
import { createMlflowClient, type MlflowClient } from "../src/mlflow/client.ts";
import type { RegistryContext } from "../src/registry/context.ts";
import { findExperiment, forgetExperiments } from "../src/registry/experiment.ts";
import { askMlflow } from "./support/registration-fixtures.ts";

const A_WHILE_MS = 60_000;

let mlflow: MlflowClient;
beforeAll(() => {
  const trackingUri = inject("mlflowUrl");
  mlflow = createMlflowClient({ ...readConfig({}).mlflow, trackingUri });
});
afterAll(() => mlflow.close());
afterEach(() => {
  vi.useRealTimers();
});

const find = (experimentName: string) =>
  findExperiment({ mlflow } as RegistryContext, { runId: undefined, experimentName });

async function rename(id: string): Promise<void> {
  const body = { experiment_id: id, new_name: `renamed ${randomUUID()}` };
  await askMlflow("mlflow/experiments/update", body);
}

test("a name that another experiment has got meanwhile is that one's after a while", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const name = `experiments ${randomUUID()}`;
  const first = await find(name);
  await rename(first);
  expect(await find(name)).toBe(first);
  vi.advanceTimersByTime(A_WHILE_MS);
  const second = await find(name);
  expect(second).not.toBe(first);
  expect(await find(name)).toBe(second);
});

test("nothing is believed any more once a call has failed", async () => {
  const name = `experiments ${randomUUID()}`;
  const first = await find(name);
  await rename(first);
  forgetExperiments({ mlflow } as RegistryContext);
  expect(await find(name)).not.toBe(first);
});
