import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { UploadStep } from "../src/registry/context.ts";
import type { Clients } from "./support/clients.ts";
import {
  engines,
  registerAndDie,
  type Scene,
  steps,
  versionsAfter,
  withScene,
} from "./support/crash-scenarios.ts";
import { failureOf } from "./support/errors.ts";
import { type ModelFile, quickstartModel, readModelFiles } from "./support/model-files.ts";
import {
  type BaselineRequest,
  newRequest,
  readMlflow,
  register,
} from "./support/registration-fixtures.ts";
import { fileParts, start, upload } from "./support/transfers.ts";

vi.setConfig({ maxConcurrency: 6, testTimeout: 120_000 });

let files: ModelFile[];
beforeAll(async () => {
  files = [
    ...(await readModelFiles(quickstartModel)),
    { path: "data/large.bin", content: new Uint8Array(randomBytes(6_000_000)) },
  ];
  // MLflow fails at the first calls that a fresh worker gets at once, which is no fault of ours.
  await readMlflow(newRequest());
});

interface Uploading {
  begin: { uploadId: string; name: string; experimentName: string };
  request: BaselineRequest;
}

function newUpload(): Uploading {
  const { experimentName, ...request } = newRequest();
  const uploadId = randomUUID();
  const source = { case: "uploadedPackage", value: { uploadId } } as const;
  return {
    begin: { uploadId, name: request.modelName, experimentName },
    request: { ...request, source } as BaselineRequest,
  };
}

const settled = (scene: Scene, { begin, request }: Uploading) =>
  scene.settled({ ...request, experimentName: begin.experimentName });

/** Goes on with an upload and registers it: one version, and nothing beside it. */
async function uploadAndRegister(scene: Scene, clients: Clients, uploading: Uploading) {
  const uploaded = await upload(clients.registry, uploading.begin, files);
  expect(uploaded.files.every((file) => file.complete)).toBe(true);
  const registration = await register(clients, uploading.request);
  expect(await register(clients, uploading.request)).toEqual(registration);
  expect(registration.modelInfo?.files).toHaveLength(files.length);
  expect(await settled(scene, uploading)).toBe(1);
  await scene.delivered(1);
}

// An upload has made its run and its logged model itself.
const uploadedSteps = steps.filter(
  (step) => step !== "run-created" && step !== "logged-model-created",
);
const uploadDeaths: [UploadStep, number][] = [
  ["upload-run-created", 1],
  ["upload-model-created", 1],
  ["upload-file-stored", 1],
  ["upload-file-stored", 5],
];

describe.concurrent.each(engines)("with $engine", (engine) => {
  test.for(uploadDeaths)("an upload goes on after a death at %s (%i)", ([dieAt, dieAtCount]) =>
    withScene(engine, { dieAt, dieAtCount }, async (scene) => {
      const uploading = newUpload();
      await expect(upload(scene.clients.registry, uploading.begin, files)).rejects.toThrow();
      expect(await scene.doomed.ended).toBe("SIGKILL");
      const clients = await scene.startOther();
      if (dieAtCount > 1) {
        const { upload: stored } = await clients.registry.getUpload(uploading.begin);
        expect(stored?.files.filter((file) => file.complete)).toHaveLength(dieAtCount);
      }
      await uploadAndRegister(scene, clients, uploading);
    }),
  );

  test.for(uploadedSteps)("an upload whose registration dies at %s is registered once", (dieAt) => {
    return withScene(engine, { dieAt }, async (scene) => {
      const uploading = newUpload();
      await upload(scene.clients.registry, uploading.begin, files);
      await registerAndDie(scene, uploading.request);
      await uploadAndRegisterAgain(scene, uploading);
    });
  });

  test.for(uploadedSteps)(
    "an upload is not lost whose registration dies at %s, unrepeated",
    (dieAt) => {
      return withScene(engine, { dieAt }, async (scene) => {
        const uploading = newUpload();
        await upload(scene.clients.registry, uploading.begin, files);
        await registerAndDie(scene, uploading.request);
        const clients = await scene.startOther();
        if (versionsAfter[dieAt] === 1) {
          expect(await settled(scene, uploading)).toBe(1);
          const failure = await failureOf(clients.registry.getUpload(uploading.begin));
          expect(failure.reason).toBe("UPLOAD_NOT_OPEN");
        } else {
          await vi.waitFor(() => clients.registry.getUpload(uploading.begin), { timeout: 30_000 });
          await uploadAndRegister(scene, clients, {
            ...uploading,
            request: { ...uploading.request, requestId: randomUUID() },
          });
        }
      });
    },
  );

  test.for(["inserted", "files-written", "ready", "version-created"] as const)(
    "a server that slept at %s while an upload was registered does no harm",
    (sleepAt) =>
      withScene(engine, { sleepAt }, async (scene) => {
        const uploading = newUpload();
        await upload(scene.clients.registry, uploading.begin, files);
        const early = register(scene.clients, uploading.request).catch(() => undefined);
        await scene.doomed.asleep;
        const clients = await scene.startOther();
        const registration = await register(clients, uploading.request);
        scene.doomed.wake();
        const answer = await early;
        if (answer) expect(answer).toEqual(registration);
        expect(await settled(scene, uploading)).toBe(1);
        expect(await register(clients, uploading.request)).toEqual(registration);
      }),
  );

  test("an upload whose server is killed in the middle of a file goes on beside it", () =>
    withScene(engine, {}, async (scene) => {
      const uploading = newUpload();
      const large = files.at(-1);
      if (!large) throw new Error("no file");
      const parts = [...fileParts(large)];
      async function* halfAndKill() {
        yield start(uploading.begin);
        for (const some of files.slice(0, -1)) yield* fileParts(some);
        yield* parts.slice(0, parts.length / 2);
        await scene.doomed.kill();
        yield* parts.slice(parts.length / 2);
      }
      await expect(scene.clients.registry.uploadPackage(halfAndKill())).rejects.toThrow();
      await uploadAndRegister(scene, await scene.startOther(), uploading);
    }));
});

async function uploadAndRegisterAgain(scene: Scene, uploading: Uploading): Promise<void> {
  const clients = await scene.startOther();
  const registration = await register(clients, uploading.request);
  expect(await register(clients, uploading.request)).toEqual(registration);
  expect(registration.modelInfo?.files).toHaveLength(files.length);
  expect(await settled(scene, uploading)).toBe(1);
  await scene.delivered(1);
}
