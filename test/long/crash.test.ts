import { beforeAll, describe, test, vi } from "vitest";
import {
  crashAfter,
  crashWithCaller,
  crashWithoutCaller,
  engines,
  sleepThrough,
  steps,
  wakeBeside,
  withScene,
} from "../support/crash-scenarios.ts";
import { newRequest, readMlflow } from "../support/registration-fixtures.ts";

vi.setConfig({ maxConcurrency: 6, testTimeout: 120_000 });

/** How often a server dies at each step, and how often at any moment, with each engine. */
const KILLS_A_STEP = 10;
const KILLS_AT_ANY_MOMENT = 60;
/** Longer than a registration takes: some are killed when they are done. */
const LONGEST_DELAY_MS = 800;
/** How often a server sleeps at each step, with and without a repeated call. */
const SLEEPS_A_STEP = 2;

// MLflow fails at the first calls that a fresh worker gets at once, which is no fault of ours.
beforeAll(() => readMlflow(newRequest()));

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe.concurrent.each(engines)("with $engine", (engine) => {
  describe.each(steps)("at %s", (step) => {
    test.for(numbers(KILLS_A_STEP))("death %i leaves one version or nothing", (number) =>
      withScene(engine, { dieAt: step }, (scene) =>
        number % 2 === 0 ? crashWithCaller(scene) : crashWithoutCaller(scene, step),
      ),
    );

    test.for(numbers(SLEEPS_A_STEP))("sleep %i does no harm to who took over", () =>
      withScene(engine, { sleepAt: step }, (scene) => sleepThrough(scene, false)),
    );

    test.for(numbers(SLEEPS_A_STEP))("sleep %i does no harm to the repeated call", () =>
      withScene(engine, { sleepAt: step }, (scene) => sleepThrough(scene, true)),
    );
  });

  test.for(numbers(KILLS_AT_ANY_MOMENT))("death %i at any moment makes one version", (number) =>
    // Long enough for MLflow to be done with what was under way.
    withScene(engine, { leaseMs: 3000 }, (scene) =>
      crashAfter(scene, Math.random() * LONGEST_DELAY_MS, number % 2 === 0),
    ),
  );

  test.for(["inserted", "logged-model-created", "files-written"] as const)(
    "a server that slept at %s and wakes while another is at work does no harm",
    (step) => withScene(engine, { sleepAt: step }, wakeBeside),
  );
});
