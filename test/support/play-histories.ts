import fc from "fast-check";
import { expect } from "vitest";
import { histories, play, type Stage } from "./catalog-history.ts";
import { type KnownModel, replay } from "./catalog-replay.ts";
import { type ModelView, viewOfIndex, viewOfMlflow, viewOfVersion } from "./catalog-views.ts";
import type { Clients } from "./clients.ts";
import { createClients } from "./clients.ts";
import { readEvents } from "./event-log.ts";
import { createMlflowRest } from "./mlflow-rest.ts";
import { startModelwire, type TestModelwire } from "./modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./own-mlflow.ts";
import { newRequest, register } from "./registration-fixtures.ts";

/** What no call may take, so that one that hangs is named. */
const CALL_MS = 120_000;

const full = { requirement: { case: "fullyConsistent", value: {} } } as const;
const local = { requirement: { case: "local", value: {} } } as const;

/**
 * Plays histories on an MLflow and a Modelwire of their own, one after the other: what one leaves
 * is what the next begins with. After each, what Modelwire answers from its index must be what
 * MLflow answers, and whoever followed the events must know the same.
 *
 * @param atOnce how many steps are done at the same time
 */
export async function playHistories(runs: number, steps: number, atOnce = 1): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const mlflow: OwnMlflow = await startOwnMlflow();
  stack.defer(() => mlflow.stop());
  const modelwire: TestModelwire = await startModelwire({
    mlflowUrl: mlflow.url,
    reconcile: true,
    environment: { MODELWIRE_RECONCILE_INTERVAL_MS: "500" },
  });
  stack.defer(() => modelwire.stop());
  const clients = createClients(modelwire.httpUrl);
  const { modelInfo } = await register(clients, newRequest("source"));
  const stage: Stage = {
    rest: createMlflowRest(mlflow.url),
    clients,
    source: modelInfo?.modelUri ?? "",
    async reconcile() {
      await clients.registry.listModels({ consistency: full }, { timeoutMs: CALL_MS });
    },
  };
  await fc.assert(
    fc.asyncProperty(histories(steps), async (history) => {
      for (let from = 0; from < history.length; from += atOnce) {
        const steps = history.slice(from, from + atOnce);
        await Promise.all(steps.map((step) => play(stage, step, atOnce === 1)));
      }
      // A name that changed hands during a look is seen for good by the next one.
      await stage.reconcile();
      await stage.reconcile();
      const inMlflow = await viewOfMlflow(stage.rest);
      expect(await viewOfIndex(clients)).toEqual(inMlflow);
      await expectEachVersion(clients, inMlflow);
      expectFollowed(replay(readEvents(modelwire.databaseUrl)), inMlflow);
    }),
    // To make a history smaller would begin with what all before it have left.
    { numRuns: runs, endOnFailure: true },
  );
}

async function expectEachVersion(
  { registry }: Clients,
  inMlflow: Record<string, ModelView>,
): Promise<void> {
  for (const [name, model] of Object.entries(inMlflow)) {
    for (const [version, view] of Object.entries(model.versions)) {
      const ref = { ref: { case: "nameVersion", value: { name, version } } } as const;
      const ours = await registry.getModelVersion({ ref, consistency: local });
      const { modelVersion } = ours.registration ?? {};
      expect(modelVersion && viewOfVersion(modelVersion)).toEqual(view);
      const mlflows = await registry.getModelVersion({ ref, consistency: full });
      // MLflow notes in a logged model's tags what it was registered as; ModelInfo is captured once.
      for (const { registration } of [ours, mlflows])
        if (registration?.modelInfo) registration.modelInfo.tags = {};
      expect(ours.registration).toEqual(mlflows.registration);
      expect(ours.etag).toBe(mlflows.etag);
    }
  }
}

/** Expects that whoever followed the events knows what MLflow has, where events tell of it. */
function expectFollowed(
  followed: ReadonlyMap<string, KnownModel>,
  inMlflow: Record<string, ModelView>,
): void {
  // A registered model without versions is not announced before something changes of it.
  const names = new Set([...followed.keys(), ...Object.keys(inMlflow)]);
  for (const name of names) {
    const known = followed.get(name);
    const model = inMlflow[name];
    const versions = Object.entries(model?.versions ?? {}).map(
      ([version, { description, stage, tags }]) => [version, { description, stage, tags }],
    );
    expect(known?.versions ?? {}, name).toEqual(Object.fromEntries(versions));
    if (!model || !known) continue;
    expect({ description: known.description, tags: known.tags }, name).toEqual({
      description: model.description,
      tags: model.tags,
    });
    // MLflow 3.4 leaves aliases of deleted versions behind, which point nowhere.
    const aliases = Object.entries(known.aliases).filter(([, version]) => known.versions[version]);
    expect(Object.fromEntries(aliases), name).toEqual(model.aliases);
  }
}
