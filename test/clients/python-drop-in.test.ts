import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { findPort } from "../../src/local-mlflow/port.ts";
import { createClients } from "../support/clients.ts";
import { startModelwire, type TestModelwire } from "../support/modelwire.ts";
import { type OwnMlflow, startOwnMlflow } from "../support/own-mlflow.ts";
import { ensurePythonClient, type RunPython } from "../support/python-client.ts";
import { comparable, predictions } from "../support/python-registry.ts";
import {
  comparableList,
  type Entry,
  recordedEntries,
  recordedPromotion,
} from "../support/python-registry-lists.ts";
import { sameBut } from "../support/same-but.ts";
import { describeWith } from "../support/toolchains.ts";
import { type RecordedCall, readRecorded } from "../vectors/registry/read-recorded.ts";

/** The time to install an MLflow, and to make all calls. */
const LONG_MS = 600_000;

type Dict = Record<string, unknown>;
type Answer = Pick<RecordedCall, "result" | "result_types" | "raises" | "mlflow_after">;

/** What the drop-in raises where the Python registry did not, or with other words, and why. */
const raised: Record<string, { class: string; message: RegExp; why: string }> = {
  "baseline that is not there": {
    class: "RestException",
    message: /^RESOURCE_DOES_NOT_EXIST: .*nothing_baseline/,
    why: "nothing improves a model that does not exist",
  },
  "by uuid, server away": {
    class: "RestException",
    message: /^TEMPORARILY_UNAVAILABLE: ./,
    why: "nobody knows whether it is there",
  },
  "promote, unknown": {
    class: "RestException",
    message: /^RESOURCE_DOES_NOT_EXIST: .*unknown/,
    why: "the words are the server's",
  },
};

const ownTag = "how Modelwire's registrations and their kind are found in MLflow";
const lowerCase = "in MLflow an address is one identity, however it is spelt";
const forReaders = "readers of runs find them for improved models too";

/** Where answers to registrations differ, by path, and why. Anything else is a fault. */
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
};
const foundDifferences = { "result.metadata.*": "the metadata, which was always empty" };
const named = "the name of the model, which was always unknown";
const listDifferences: Record<string, Record<string, string>> = {
  "lineage by name": {
    "baseline/2*": "a lineage begins with the baseline",
    "1.contributor": lowerCase,
    "2.contributor": lowerCase,
    "2.cumulative_improvement.*": "what the steps from the baseline come to, which was always {}",
  },
  contributor: {
    "0.model_name": named,
    "1.model_name": named,
    "0.metrics.f1": "a metric that a model does not have is left out; it was NaN",
  },
  "contributor, other case": { "0*": lowerCase, "1*": lowerCase },
  "production models": { "0*": "what was promoted is found, which it was not" },
};

const calls = readRecorded();
const used = new Set<string>();
const expectSame = sameBut(used);

/** Tells the entries of a list by what they are, as those of the recorded lists are told. */
function entriesOf({ method }: RecordedCall, result: Dict | Dict[]): Entry[] {
  if (!Array.isArray(result)) return [["promoted", withoutTime(result)]];
  if (method !== "get_model_lineage") return result.map((entry, i) => [String(i), entry]);
  return result.map((entry) => [
    entry.is_baseline ? `baseline/${entry.version}` : String(entry.version),
    entry,
  ]);
}

function withoutTime({ timestamp, ...rest }: Dict): Dict {
  expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
  return rest;
}

describeWith(["python3"], "the drop-in for the Python registry", () => {
  let mlflow: OwnMlflow;
  let modelwire: TestModelwire;
  let python: RunPython;
  let environment: Record<string, string>;
  let answers: Answer[] = [];
  beforeAll(async () => {
    mlflow = await startOwnMlflow();
    modelwire = await startModelwire({ mlflowUrl: mlflow.url, reconcile: true });
    const version = inject("mlflowVersion");
    python = await ensurePythonClient(`python-drop-in-${version}`, [
      `mlflow/${version}/server.txt`,
      `mlflow/${version}/test.txt`,
      "clients/python/requirements/beside-mlflow.txt",
    ]);
    const elsewhere = `127.0.0.1:${await findPort(undefined)}`;
    environment = {
      PYTHONPATH: "src",
      MODELWIRE_GRPC: modelwire.grpcAddress,
      MLFLOW_TRACKING_URI: mlflow.url,
    };
    answers = (await run("call-drop-in.py", { calls, elsewhere })) as Answer[];
  }, LONG_MS);
  afterAll(async () => {
    await modelwire?.stop();
    await mlflow?.stop();
  });

  /** Runs a script of `test/support`, and reads the last line that it printed. */
  async function run(script: string, input: unknown, more = {}): Promise<unknown> {
    const output = await python([`../../test/support/${script}`], {
      env: { ...environment, ...more },
      input: JSON.stringify(input),
    });
    return JSON.parse(output.trim().split("\n").at(-1) ?? "");
  }

  test("every recorded call is made", () => {
    expect(calls).toHaveLength(21);
    expect(answers).toHaveLength(21);
  });

  describe("answers as the Python registry did:", () => {
    test.each(calls.map((call, i) => [call.case, call, i] as const))("%s", (_, call, i) => {
      const answer = answers[i] ?? {};
      const expected = raised[call.case];
      if (expected) {
        expect(answer.raises?.class).toBe(expected.class);
        return expect(answer.raises?.message).toMatch(expected.message);
      }
      if (call.case === "lineage by name/version") {
        // It was refused, though it is what a registration gives as its model_id.
        const entries = entriesOf(call, answer.result as Dict[]);
        return expect(entries.map(([key]) => key)).toEqual(["baseline/2", "1"]);
      }
      expect(answer.raises).toEqual(call.raises);
      if (call.raises) return;
      if (call.method.startsWith("register_")) return expectSameRegistration(call, answer);
      expect(answer.result_types).toEqual(call.result_types);
      if (call.method === "get_model_by_uuid") {
        if (call.result === null) return expect(answer.result).toBeNull();
        const ours = comparable(answer.result as Dict, undefined, 1);
        return expectSame(ours, comparable(call.result as Dict, undefined, 2), foundDifferences);
      }
      const result = call.result as Dict | Dict[];
      const recorded = Array.isArray(result) ? recordedEntries(result) : recordedPromotion(result);
      const ours = comparableList(entriesOf(call, answer.result as Dict | Dict[]));
      expectSame(ours, comparableList(recorded), listDifferences[call.case] ?? {});
    });
  });

  function expectSameRegistration(call: RecordedCall, answer: Answer): void {
    expect(answer.result_types).toEqual(call.result_types);
    expect(Object.keys(answer.result as Dict)).toEqual(Object.keys(call.result as Dict));
    const ours = comparable(answer.result as Dict, answer.mlflow_after, 1);
    const recorded = comparable(call.result as Dict, call.mlflow_after, 2);
    expect(ours.get("version_count")).toBe(Number(recorded.get("version_count")) / 2);
    // That of the client which saved the model.
    recorded.set("result.mlflow_version", inject("mlflowVersion"));
    expectSame(ours, recorded, differences);
  }

  test("no difference is named that is none", () => {
    const named = [differences, foundDifferences, ...Object.values(listDifferences)];
    expect(used).toEqual(new Set(named.flatMap((reasons) => Object.keys(reasons))));
  });

  test("times of contributions are pandas', as they were", () => {
    const at = calls.findIndex((call) => call.case === "contributor");
    const timestamp = { python_type: "Timestamp", string: expect.stringMatching(/\+00:00$/) };
    expect(answers[at]?.result).toMatchObject([
      { created_at: timestamp },
      { created_at: timestamp },
    ]);
  });

  const surroundings = {
    refused: "RestException",
    "no model": "MlflowException",
    "left of what was refused": { runs: 0, models: 0 },
    "temporary files": [],
    "run is active": true,
    "written to the active run": [],
    "registered in its experiment": [true, true, false],
    "registered in the one of the call": { runs: 1, models: 1 },
    site: ["LSCOR", "somebody's own"],
    experiment: true,
    metrics: { ndcg: 0.5 },
    "tracking uri": true,
  };

  test("registers in its caller's experiment, and leaves the active run as it is and nothing of what fails", {
    timeout: LONG_MS,
  }, async () => {
    expect(await run("drop-in-surroundings.py", {})).toEqual(surroundings);
  });

  test("models that are too large for one request are uploaded, and come to the same", {
    timeout: LONG_MS,
  }, async () => {
    // More than an MLmodel has, and less than all the files.
    const limit = { MODELWIRE_MAX_MESSAGE_BYTES: "2000" };
    const small = await startModelwire({ mlflowUrl: mlflow.url, environment: limit });
    try {
      const at = { MODELWIRE_GRPC: small.grpcAddress };
      expect(await run("drop-in-surroundings.py", {}, at)).toEqual(surroundings);
    } finally {
      await small.stop();
    }
  });

  test("what it registers waits for a server that is full", { timeout: LONG_MS }, async () => {
    const full = await startModelwire({
      mlflowUrl: mlflow.url,
      // What does not fit into a request is uploaded, by a stream.
      environment: { MODELWIRE_MAX_STREAMS: "2", MODELWIRE_MAX_MESSAGE_BYTES: "2000" },
    });
    const leave = new AbortController();
    try {
      const { events } = createClients(full.httpUrl);
      // All that one caller may have.
      const watching = events.watchEvents({}, { signal: leave.signal, timeoutMs: 0 });
      await watching[Symbol.asyncIterator]().next();
      const registering = run("drop-in-register.py", {}, { MODELWIRE_GRPC: full.grpcAddress });
      const told = async () => (await fetch(`${full.httpUrl}/metrics`)).text();
      const refused = /^modelwire_rpc_errors_total\{.*"UploadPackage".*"SERVER_BUSY"/m;
      await Promise.race([
        vi.waitFor(async () => expect(await told()).toMatch(refused), { timeout: LONG_MS }),
        registering,
      ]);
      leave.abort();
      expect(await registering).toEqual({ model_name: "hokusai_ranking_baseline" });
      expect(await told()).toMatch(refused);
    } finally {
      leave.abort();
      await full.stop();
    }
  });

  test("it is pickled without its key, and serves a process that was forked", {
    timeout: LONG_MS,
  }, async () => {
    expect(await run("drop-in-processes.py", {})).toEqual({
      forked: null,
      "ended with": 0,
      called: null,
      "has the key": false,
      pickled: null,
      copied: null,
      "copied with the key": true,
      "one connection": true,
      "no address": "address: expected host:port, such as 127.0.0.1:50051, not 'nowhere'",
    });
  });

  test("what the Python registry registered is in a lineage once, as what it was", {
    timeout: LONG_MS,
  }, async () => {
    const contributor = `0x${"ab".repeat(20)}`;
    expect(await run("drop-in-old-models.py", {})).toEqual({
      "each once": true,
      entries: [
        [true, null, {}],
        [false, contributor, { ndcg: 0.25 }],
        [false, contributor, { ndcg: 0.5 }],
      ],
      "without its baseline": ["gone_baseline/9"],
    });
  });

  test("what it registered loads in plain Python and says what it said", {
    timeout: LONG_MS,
  }, async () => {
    const made = answers.filter((answer) => answer.mlflow_after);
    const ids = made.map((answer) => String((answer.result as Dict).model_id));
    expect(ids).toHaveLength(6);
    expect(await predictions(ids, mlflow.url)).toEqual(ids.map(() => [1, 1]));
  });
});
