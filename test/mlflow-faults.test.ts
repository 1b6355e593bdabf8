import { randomUUID } from "node:crypto";
import { Code, ConnectError } from "@connectrpc/connect";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { RetryInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import {
  cleanUpCalls,
  codes,
  emptyAnswer,
  endRun,
  type FaultCase,
  failures,
  lateFaults,
  lookUpCalls,
  lostAnswers,
  type MlflowCallCase,
  outage,
  ready,
  refusal,
  registrationCalls,
  slowFaults,
} from "./mlflow-faults.testdata.ts";
import { type CallFailure, describeFailure, failureOf } from "./support/errors.ts";
import { eventually } from "./support/eventually.ts";
import { type FaultSetting, withModelwire } from "./support/fault-setting.ts";
import {
  type BaselineRequest,
  newRequest,
  type RegisterInit,
  readMlflow,
  readRun,
  register,
  registerPersistently,
} from "./support/registration-fixtures.ts";

// Most of what these tests do is to wait, each for a recovery of its own.
vi.setConfig({ maxConcurrency: 12, testTimeout: 120_000 });

// MLflow fails at the first calls that a fresh worker gets at once, which is no fault of ours.
beforeAll(() => readMlflow(newRequest()));

/** The cases of a fault at each call, in the shape that a test's name is made of. */
const each = (calls: readonly MlflowCallCase[], faults: readonly FaultCase[]) =>
  faults.flatMap((fault) => calls.map((call) => ({ ...call, ...fault })));

/** Leaves out a `{}` where it is MLflow's own answer: nobody could know. */
const telling = (one: MlflowCallCase & FaultCase) =>
  !(one.answersNothing && one.what === "does it and answers {}");

const creating = registrationCalls.filter((call) => call.lookedUp);
const others = registrationCalls.filter((call) => !call.lookedUp);
/** What is not done shows later in the same registration, at the latest. */
const checked = registrationCalls.filter(({ call }) => !/log-batch|outputs/.test(call));
/** Before there is anything, before the model is whole, and after. */
const lasting = registrationCalls.filter(({ call }) => /s\/create|READY/.test(call));

describe.concurrent("a registration is completed or cleaned up where MLflow", () => {
  test.for([
    ...each(registrationCalls, [...failures, refusal]),
    ...each(checked, [emptyAnswer]),
    ...each(others, lostAnswers).filter(telling),
  ])("$what at $call, and its caller learns why", failAndRecover);

  test.for(each(creating, lostAnswers))("$what at $call, where it is looked up", async (one) => {
    await withModelwire(one, async (setting) => {
      const request = newRequest();
      const first = await registerDuring(setting, request, one);
      expect(await expectOneVersion(setting, request)).toEqual(first);
    });
  });

  test.for(each([endRun], [...failures, ...lostAnswers, outage]))(
    "$what at $call, which follows the answer",
    async (one) => {
      await withModelwire(one, async (setting) => {
        const request = newRequest();
        const injected = setting.proxy.inject(one);
        const registration = await register(setting.clients, request);
        await vi.waitUntil(() => injected.hits > 0, { timeout: 10_000 });
        injected.end();
        await setting.proxy.up();
        expect(await setting.settled(request)).toBe(1);
        expect(await expectOneVersion(setting, request)).toEqual(registration);
      });
    },
  );

  test.for(each(cleanUpCalls, [...failures.slice(0, 1), ...lostAnswers]).filter(telling))(
    "refuses it, and $what at $call of the cleaning up",
    async (one) => {
      await withModelwire(one, async (setting) => {
        const request = newRequest();
        const refused = setting.proxy.inject({ ...ready, fault: refusal.fault });
        const failure = await failureOf(registerDuring(setting, request, one));
        refused.end();
        expectReason(failure, refusal);
        expect(await setting.settled(request)).toBe(0);
        await expectOneVersion(setting, request);
      });
    },
  );

  test.for(each(lasting, [outage]))(
    "$what at $call, for longer than the first recovery",
    async (one) => {
      await withModelwire(one, async (setting) => {
        const request = newRequest();
        setting.proxy.inject({ ...one, nth: 1 });
        expectReason(await failureOf(register(setting.clients, request)), one);
        await vi.waitUntil(async () => (await setting.recoveries()) > 1, { timeout: 30_000 });
        await setting.proxy.up();
        await setting.settled(request);
        await expectOneVersion(setting, request);
      });
    },
  );
});

// Apart from the others: where MLflow has much to do, more is slow than what is meant to be.
describe("a registration is completed or cleaned up where a slow MLflow", () => {
  test.concurrent.for([
    ...each(registrationCalls, slowFaults.slice(0, 1)),
    ...each(creating, lateFaults),
  ])("$what at $call, and its caller learns why", failAndRecover);

  test.concurrent.for(each(creating, slowFaults.slice(1)))(
    "$what at $call, answered or not",
    async (one) => {
      await withModelwire(one, async (setting) => {
        const request = newRequest();
        const first = await registerDuring(setting, request, one).catch((error) => {
          expectReason(describeFailure(error), one);
        });
        await setting.settled(request);
        const repeated = await expectOneVersion(setting, request);
        if (first) expect(repeated).toEqual(first);
      });
    },
  );

  test.concurrent.for(creating.filter(({ call }) => /runs|logged-models/.test(call)))(
    "makes what $call asks for long after it was cleaned up",
    async (call) => {
      await withModelwire({ mlflowTimeoutMs: 2000 }, async (setting) => {
        const request = newRequest();
        const fault = { reachesMlflow: true, requestDelayMs: 9000, answer: "mlflow" } as const;
        const injected = setting.proxy.inject({ ...call, fault, nth: 1 });
        expectReason(await failureOf(register(setting.clients, request)), outage);
        expect(await setting.settled(request)).toBe(0);
        await setting.proxy.idle();
        expect(injected.hits).toBe(1);
        expect(await setting.settled(request)).toBe(0);
      });
    },
  );

  test.concurrent("makes the version so late that another was made for it", async () => {
    await withModelwire({ mlflowTimeoutMs: 2000 }, async (setting) => {
      const request = newRequest();
      const overtaken = Promise.withResolvers<void>();
      const holds = { request: overtaken.promise, answer: Promise.resolve() };
      const fault = { reachesMlflow: true, holds, answer: "mlflow" } as const;
      const create = registrationCalls.filter(({ call }) => call === "model-versions/create");
      for (const call of create) setting.proxy.inject({ ...call, fault, nth: 1 });
      try {
        expectReason(await failureOf(register(setting.clients, request)), outage);
        const registration = await registerPersistently(setting.clients, request);
        expect(registration.version).toBe("1");
      } finally {
        overtaken.resolve();
      }
      await setting.proxy.idle();
      const versions = async () => (await readMlflow(request)).versions.length;
      await vi.waitUntil(async () => (await versions()) === 1, { timeout: 30_000, interval: 200 });
      await expectOneVersion(setting, request);
      // It was there: MLflow never gives a number again.
      const next = await register(setting.clients, { ...request, requestId: randomUUID() });
      expect(next.version).toBe("3");
    });
  });
});

test.concurrent("a run that the caller gave stays as it was where the registration fails", async () => {
  await withModelwire({}, async (setting) => {
    const { runId = "", modelInfo } = await register(setting.clients, newRequest());
    expect(modelInfo?.runId).toBe(runId);
    await eventually(async () => expect((await readRun(runId)).status).toBe("FINISHED"));
    const { experimentName: _, ...request } = { ...newRequest(), runId };
    const refused = { ...ready, ...refusal };
    const failure = await failureOf(registerDuring(setting, request, refused));
    expectReason(failure, refusal);
    const { lifecycle_stage, status } = await readRun(runId);
    expect({ lifecycle_stage, status }).toEqual({ lifecycle_stage: "active", status: "FINISHED" });
    const registration = await register(setting.clients, request);
    expect(registration).toMatchObject({ runId, version: "1" });
  });
});

test.concurrent("a look-up says that a model is not there only where MLflow says so", async () => {
  await withModelwire({}, async ({ proxy, clients, settled }) => {
    const request = newRequest();
    const { modelInfo } = await register(clients, request);
    const lookUp = () => clients.registry.getModelByUuid({ modelUuid: modelInfo?.modelUuid ?? "" });
    for (const one of each(lookUpCalls, [...failures, ...lostAnswers]).filter(telling)) {
      const injected = proxy.inject(one);
      const failure = await failureOf(lookUp());
      injected.end();
      await proxy.up();
      expectReason(failure, one);
      expect((await lookUp()).registration?.modelName).toBe(request.modelName);
    }
    const unknown = { modelUuid: `m-${"0".repeat(32)}` };
    expect(await failureOf(clients.registry.getModelByUuid(unknown))).toMatchObject({
      code: "NotFound",
      reason: "MODEL_NOT_FOUND",
    });
    expect(await settled(request)).toBe(1);
  });
});

test.concurrent("a caller is told to come back when MLflow said, not sooner", async () => {
  await withModelwire({}, async ({ proxy, clients }) => {
    const headers = { "retry-after": "7", "content-type": "application/json" };
    const answer = { status: 503, headers, body: '{"error_code": "TEMPORARILY_UNAVAILABLE"}' };
    for (const call of lookUpCalls) {
      proxy.inject({ ...call, fault: { reachesMlflow: false, answer } });
    }
    const call = clients.registry.getModelByUuid({ modelUuid: `m-${"0".repeat(32)}` });
    const error = ConnectError.from(await call.catch((thrown) => thrown));
    expect(error.findDetails(RetryInfoSchema)[0]?.retryDelay?.seconds).toBe(7n);
  });
});

test.concurrent("a server that starts before its MLflow serves as soon as MLflow does", async () => {
  await withModelwire({ startsDown: true }, async ({ proxy, clients, settled }) => {
    const request = newRequest();
    expectReason(await failureOf(register(clients, request)), outage);
    const unknown = { modelUuid: `m-${"0".repeat(32)}` };
    expectReason(await failureOf(clients.registry.getModelByUuid(unknown)), outage);
    await proxy.up();
    await expectOneVersion({ clients, settled }, request);
  });
});

test.concurrent("a registration goes on after its caller's deadline", async () => {
  await withModelwire({}, async ({ proxy, clients, settled }) => {
    const request = newRequest();
    const fault = { reachesMlflow: true, answerDelayMs: 3000, answer: "mlflow" } as const;
    const injected = registrationCalls
      .filter(({ method }) => method === "PUT")
      .map((call) => proxy.inject({ ...call, fault, nth: 1 }));
    // As a header, so that the deadline is the server's alone to keep.
    const headers = { "connect-timeout-ms": "1000" };
    const failure = await failureOf(clients.registry.registerBaseline(request, { headers }));
    expect(failure).toMatchObject({ code: "DeadlineExceeded", reason: "CALL_ENDED" });
    expect(await settled(request)).toBe(1);
    expect(injected.map(({ hits }) => hits)).toEqual([1]);
    const { registrationId } = await expectOneVersion({ clients, settled }, request);
    expect(failure.metadata.registration_id).toBe(registrationId);
  });
});

/** A fault that fails the call: what comes of the registration, without a caller and with one. */
async function failAndRecover(one: MlflowCallCase & FaultCase): Promise<void> {
  await withModelwire(one, async (setting) => {
    const request = newRequest();
    const failure = await failureOf(registerDuring(setting, request, one));
    expectReason(failure, one);
    const left = await setting.settled(request);
    if (one.reason === "MLFLOW_REFUSED") expect(left).toBe(0);
    await expectOneVersion(setting, request);
  });
}

/** Registers while a fault is in force. */
async function registerDuring(
  { proxy, clients }: FaultSetting,
  request: RegisterInit,
  fault: MlflowCallCase & FaultCase,
): Promise<Registration> {
  const injected = proxy.inject(fault);
  try {
    return await register(clients, request);
  } finally {
    injected.end();
    await proxy.up();
    expect(injected.hits).toBeGreaterThan(0);
  }
}

function expectReason(failure: CallFailure, { reason }: FaultCase): void {
  const transient = codes[reason] === Code.Unavailable;
  expect(failure).toMatchObject({ reason, code: Code[codes[reason]], retries: transient });
  expect(failure.metadata.endpoint).toMatch(/^[A-Z]+ \/api\//);
}

/** Repeats a request until the end of its registration, which every further repeat gets too. */
async function expectOneVersion(
  { clients, settled }: Pick<FaultSetting, "clients" | "settled">,
  request: BaselineRequest,
): Promise<Registration> {
  const registration = await registerPersistently(clients, request);
  expect(await register(clients, request)).toEqual(registration);
  expect(await settled(request)).toBe(1);
  return registration;
}
