import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  crashWithCaller,
  crashWithDeletedModel,
  crashWithHeldModel,
  crashWithoutCaller,
  engines,
  registerAndDie,
  sleepThrough,
  steps,
  wakeBeside,
  withScene,
} from "./support/crash-scenarios.ts";
import { newRequest, readMlflow, register } from "./support/registration-fixtures.ts";

vi.setConfig({ maxConcurrency: 6, testTimeout: 120_000 });

// MLflow fails at the first calls that a fresh worker gets at once, which is no fault of ours.
beforeAll(() => readMlflow(newRequest()));

// Each step once with each engine: nobody repeats the call with the one, its caller does with the
// other. test/long has all of both.
const turns = engines.map((engine, i) => ({
  ...engine,
  alone: steps.filter((_, at) => at % 2 === i),
  repeated: steps.filter((_, at) => at % 2 !== i),
}));

describe.concurrent.each(turns)("with $engine", ({ alone, repeated, ...engine }) => {
  test.for(alone)("a server that dies at %s leaves one version or nothing", (step) =>
    withScene(engine, { dieAt: step }, (scene) => crashWithoutCaller(scene, step)),
  );

  test.for(repeated)("a call that is repeated after a death at %s makes one version", (step) =>
    withScene(engine, { dieAt: step }, crashWithCaller),
  );

  test.for(alone)("a server that slept at %s does no harm to who took over", (step) =>
    withScene(engine, { sleepAt: step }, (scene) => sleepThrough(scene, false)),
  );

  test.for(repeated)("a server that slept at %s does no harm to the repeated call", (step) =>
    withScene(engine, { sleepAt: step }, (scene) => sleepThrough(scene, true)),
  );

  test.for(["inserted", "version-created"] as const)(
    "a model that MLflow holds gets its one version after a death at %s",
    (step) => withScene(engine, { dieAt: step }, crashWithHeldModel),
  );

  test("a version does not stay whose model is deleted before a death is noticed", () =>
    withScene(engine, { dieAt: "version-created", dieAtCount: 2 }, crashWithDeletedModel));

  test("a server that wakes while another is at work leaves alone what that one made", () =>
    withScene(engine, { sleepAt: "logged-model-created" }, wakeBeside));

  test("twenty registrations that a death cuts short are all made once when repeated", async () => {
    await withScene(engine, { dieAt: "version-created", dieAtCount: 5 }, async (scene) => {
      const first = newRequest();
      const requests = Array.from({ length: 20 }, () => ({ ...first, requestId: randomUUID() }));
      const answers = Promise.allSettled(requests.map((r) => register(scene.clients, r)));
      expect(await scene.doomed.ended).toBe("SIGKILL");
      const before = await answers;
      const clients = await scene.startOther();
      await scene.settled(first);
      const after = await Promise.all(requests.map((request) => register(clients, request)));
      for (const [i, answer] of before.entries()) {
        if (answer.status === "fulfilled") expect(after[i]).toEqual(answer.value);
      }
      expect(await scene.settled(first)).toBe(20);
      await scene.delivered(20);
    });
  });

  test("one request that is sent fifty times around a death makes one version", async () => {
    await withScene(engine, { dieAt: "version-created" }, async (scene) => {
      const request = newRequest();
      const fifty = Array.from({ length: 50 });
      await Promise.all(fifty.map(() => registerAndDie(scene, request)));
      const clients = await scene.startOther();
      const answers = await Promise.all(fifty.map(() => register(clients, request)));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(await scene.settled(request)).toBe(1);
      await scene.delivered(1);
    });
  });
});
