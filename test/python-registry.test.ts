import { type Client, createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { findPort } from "../src/local-mlflow/port.ts";
import { failureOf } from "./support/errors.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "./support/own-mlflow.ts";
import {
  comparable,
  foundResult,
  predictions,
  readMlflowAfter,
  registerBaseline,
  registerImprovedModel,
  registrationResult,
  saveModels,
} from "./support/python-registry.ts";
import {
  comparableList,
  contributorModels,
  type Entry,
  modelLineage,
  productionModels,
  promote,
  recordedEntries,
  recordedPromotion,
} from "./support/python-registry-lists.ts";
import { sameBut } from "./support/same-but.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";
import { type RecordedCall, readRecorded } from "./vectors/registry/read-recorded.ts";

/** What Modelwire refuses; and why, where the Python registry did not raise. */
const refused: Record<string, { reason: string; field?: string; why?: string }> = {
  "model None": { reason: "INVALID_FIELD", field: "package" },
  "bad address": { reason: "INVALID_FIELD", field: "contributor.id" },
  "baseline that is not there": {
    reason: "BASELINE_NOT_FOUND",
    why: "nothing improves a model that does not exist",
  },
  "lineage, unknown": { reason: "MODEL_NOT_FOUND" },
  "promote, unknown": { reason: "MODEL_NOT_FOUND" },
  "not found by uuid": { reason: "MODEL_NOT_FOUND", why: "what was None is an error over a wire" },
  "by uuid, server away": {
    reason: "MLFLOW_UNAVAILABLE",
    why: "nobody knows whether it is there",
  },
};

/** What the Python registry refused and Modelwire takes, and why. */
const taken: Record<string, string> = {
  "lineage by name/version": "callers pass what a registration gave them as its model_id",
  "unknown type": "a type is any name: callers that know of four types check it themselves",
};

const ownTag = "how Modelwire's registrations and their kind are found in MLflow";
const ownField = "a field of the registration: the metadata is the caller's alone";
const lowerCase = "an address is one identity, however it is spelt";
const forReaders = "readers of runs find them for improved models too";

/** Where answers differ, by path, and why. Anything else that differs is a fault. */
const differences: Record<string, string> = {
  version_count: "one version for each registration, not two",
  "run_params.metadata_*": "the metadata has them whole: params were cut or refused",
  "run_params.model_type": forReaders,
  "run_params.is_baseline": forReaders,
  "run_params.contributor_address": lowerCase,
  "version.tags.contributor": lowerCase,
  "version.tags.is_baseline": ownTag,
  "version.tags.model_type": ownTag,
  "version.tags.modelwire.registration_id": ownTag,
  "result.contributor": lowerCase,
  "result.metadata.model_type": ownField,
  "result.metadata.is_baseline": ownField,
  "result.metadata.is_improved": ownField,
  "result.metadata.registration_time": ownField,
  "result.metadata.baseline_model_id": ownField,
  "result.metadata.contributor_address": ownField,
  "result.metadata.improvement_count": ownField,
  "result.metadata.hokusai_version": "always 1.0: it told nothing",
};

const named = "the name of the model, which was always unknown";
/** The same for lists, by the case. */
const listDifferences: Record<string, Record<string, string>> = {
  "lineage by name": {
    "hokusai_classification_baseline/2*": "a lineage begins with the baseline",
    "1.contributor": lowerCase,
    "2.contributor": lowerCase,
    "2.cumulative_improvement.*": "what the steps from the baseline come to, which was always {}",
  },
  contributor: {
    "0.contributor_address": lowerCase,
    "1.contributor_address": lowerCase,
    "0.model_name": named,
    "1.model_name": named,
    "0.metrics.f1": "a metric that a model does not have is left out; it was NaN",
  },
  "contributor, other case": { "0*": lowerCase, "1*": lowerCase },
  "production models": { "0*": "what was promoted is found, which it was not" },
};
const foundDifferences = { "result.metadata.*": "the metadata, which was always empty" };

let mlflow: OwnMlflow;
let modelwire: TestModelwire;
let registry: Client<typeof RegistryService>;
let folder: TemporaryDirectory;
beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-python-registry-");
  mlflow = await startOwnMlflow();
  modelwire = await startModelwire({
    mlflowUrl: mlflow.url,
    reconcile: true,
    environment: { MODELWIRE_MODEL_PREFIX: "hokusai" },
  });
  registry = clientOf(modelwire);
  await saveModels(folder.path);
});
afterAll(async () => {
  await modelwire?.stop();
  await mlflow?.stop();
  await folder?.remove();
});

function clientOf({ grpcAddress }: TestModelwire): Client<typeof RegistryService> {
  return createClient(RegistryService, createGrpcTransport({ baseUrl: `http://${grpcAddress}` }));
}

/** Registrations so far, by the `model_uuid` that the Python registry gave for the same call. */
const registered = new Map<string, Registration>();

/** The same calls, to Modelwire. */
const methods: Record<string, (call: RecordedCall) => Promise<Registration | undefined>> = {
  register_baseline: (call) => registerBaseline(registry, call.arguments, folder.path),
  register_improved_model: (call) => registerImprovedModel(registry, call.arguments, folder.path),
  async get_model_by_uuid({ case: name, arguments: { model_uuid: uuid = "" } }) {
    const modelUuid = registered.get(uuid)?.modelInfo?.modelUuid ?? uuid;
    if (name !== "by uuid, server away") {
      return (await registry.getModelByUuid({ modelUuid })).registration;
    }
    const alone = await startModelwire({
      mlflowUrl: `http://127.0.0.1:${await findPort(undefined)}`,
    });
    try {
      return (await clientOf(alone).getModelByUuid({ modelUuid })).registration;
    } finally {
      await alone.stop();
    }
  },
};

/** The same for calls that give lists. */
const lists: Record<string, (call: RecordedCall) => Promise<Entry[]>> = {
  get_model_lineage: (call) => modelLineage(registry, call.arguments),
  get_contributor_models: (call) => contributorModels(registry, call.arguments),
  promote_model_to_production: (call) => promote(registry, call.arguments),
  get_production_models: () => productionModels(registry),
};

const calls = readRecorded();
const used = new Set<string>();
const expectSame = sameBut(used);

async function callModelwire(call: RecordedCall): Promise<Registration> {
  const registration = await methods[call.method]?.(call);
  if (!registration) throw new Error(`${call.method} answered without a registration`);
  return registration;
}

test("every recorded call is made", () => {
  expect(calls.filter(({ method }) => !methods[method] && !lists[method])).toEqual([]);
  expect(calls.map((call) => call.case)).toEqual(
    expect.arrayContaining([...Object.keys(refused), ...Object.keys(taken)]),
  );
  expect(calls).toHaveLength(21);
});

describe("without new parameters a call is answered as by the Python registry:", () => {
  test.each(calls)("$case ($method)", async (call) => {
    const refusal = refused[call.case];
    if (refusal) {
      const failure = await failureOf(lists[call.method]?.(call) ?? callModelwire(call));
      expect(failure.reason).toBe(refusal.reason);
      expect(Object.keys(failure.fields)).toEqual(refusal.field ? [refusal.field] : []);
      if (!call.raises) expect(refusal.why).toEqual(expect.any(String));
      return;
    }
    const list = lists[call.method];
    if (list) {
      const entries = await list(call);
      if (call.raises) {
        expect(taken[call.case]).toEqual(expect.any(String));
        return expect(entries.map(([key]) => key)).toEqual([
          "hokusai_classification_baseline/2",
          "1",
        ]);
      }
      const result = call.result as Record<string, unknown> | Record<string, unknown>[];
      const recorded = comparableList(
        Array.isArray(result) ? recordedEntries(result) : recordedPromotion(result),
      );
      const reasons = listDifferences[call.case] ?? {};
      return expectSame(comparableList(entries), recorded, reasons);
    }
    const registration = await callModelwire(call);
    if (call.raises) {
      expect(taken[call.case]).toEqual(expect.any(String));
      return;
    }
    const result = call.result as Record<string, unknown>;
    if (call.method === "get_model_by_uuid") {
      const found = comparable(foundResult(registration), undefined, 1);
      return expectSame(found, comparable(result, undefined, 2), foundDifferences);
    }
    registered.set(String(result.model_uuid), registration);
    const ours = comparable(
      registrationResult(registration),
      await readMlflowAfter(registration, mlflow.url),
      1,
    );
    const recorded = comparable(result, call.mlflow_after, 2);
    expect(ours.get("version_count")).toBe(Number(recorded.get("version_count")) / 2);
    // That of the client which saved the model.
    recorded.set("result.mlflow_version", inject("mlflowVersion"));
    expectSame(ours, recorded, differences);
  });
});

test("no difference is named that is none", () => {
  const named = [differences, foundDifferences, ...Object.values(listDifferences)];
  expect(used).toEqual(new Set(named.flatMap((reasons) => Object.keys(reasons))));
});

test("the registered models load in plain Python and say what they said", async () => {
  const ids = [...registered.values()].map(({ modelId }) => modelId);
  expect(ids).toHaveLength(6);
  expect(await predictions(ids, mlflow.url)).toEqual(ids.map(() => [1, 1]));
});
