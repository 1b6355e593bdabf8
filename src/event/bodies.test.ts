import { create, fromJson, fromJsonString, type JsonObject } from "@bufbuild/protobuf";
import { TimestampSchema, timestampFromMs, ValueSchema } from "@bufbuild/protobuf/wkt";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import {
  SiteFlatPayloadSchema,
  SiteNestedPayloadSchema,
} from "#gen/modelwire/event/v1/site_payload_pb.js";
import { strictReceivers, tolerant2025 } from "../../test/support/site-receivers.ts";
import {
  choiceOf,
  type RecordedRegistration,
  readRecorded,
} from "../../test/vectors/site/read-recorded.ts";
import {
  type BodyChoice,
  bodiesOf,
  bodyName,
  isToldOf,
  payloadVersions,
  testBodyOf,
  whyNoBody,
} from "./bodies.ts";
import { anyRegistered, bare, columns, registered } from "./site.testdata.ts";

const siteChoices: BodyChoice[] = ["SITE_FLAT", "SITE_NESTED"].flatMap((format) =>
  (payloadVersions[format] ?? []).map((version) => ({ format, payload_version: version })),
);
const standard: BodyChoice = { format: "STANDARD", payload_version: "1" };

/** Gives the text of the body that an endpoint is sent. */
function bodyText(event: Event, choice: BodyChoice): string {
  const body = bodiesOf(event).find(({ format }) => format === bodyName(choice));
  if (!body) throw new Error(`no body ${bodyName(choice)}`);
  return Buffer.from(body.body).toString();
}

function bodyJson(event: Event, choice: BodyChoice): JsonObject {
  return JSON.parse(bodyText(event, choice)) as JsonObject;
}

const flat = (version: string): BodyChoice => ({ format: "SITE_FLAT", payload_version: version });
const nested: BodyChoice = { format: "SITE_NESTED", payload_version: "2026-04-30" };

/** Builds the event of a recorded registration, with the ids that it had. */
function recordedEvent(given: RecordedRegistration, registeredAt: string): Event {
  const { model_name: modelName, model_version: version, tags = {} } = given;
  const event = registered(
    {
      modelId: given.model_id,
      modelName,
      version,
      isBaseline: true,
      ...(given.mlflow_run_id !== undefined && { runId: given.mlflow_run_id }),
      modelVersion: { name: modelName, version, tags: { ...tags, model_uuid: "m-1" } },
    },
    {
      tokenSymbol: given.token_symbol,
      metricName: given.metric_name,
      baselineValue: given.baseline_value,
      currentValue: given.current_value,
      // The publisher was told the proposal apart from the tags, and here it was told none.
      proposalIdentifier: given.token_symbol,
      ...(given.experiment_name && { experimentName: given.experiment_name }),
      ...(given.contributor_address && { contributorAddress: given.contributor_address }),
      ...(tags.user_id && { userId: tags.user_id }),
      ...(given.api_schema?.inputSchema && { inputSchema: given.api_schema.inputSchema }),
      ...(given.eval_spec !== undefined && { evalSpec: fromJson(ValueSchema, given.eval_spec) }),
      ...(given.scorer_ref && { scorerRef: given.scorer_ref }),
      ...(given.primary_metric && { primaryMetric: given.primary_metric }),
      ...(given.benchmark_spec_id && { benchmarkSpecId: given.benchmark_spec_id }),
    },
  );
  event.time = fromJson(TimestampSchema, registeredAt);
  return event;
}

describe("what the Python registry sent", () => {
  test.for(readRecorded().map((one) => [`${one.shape}: ${one.case}`, one] as const))(
    "%s",
    ([, recorded]) => {
      const event = recordedEvent(recorded.registration, recorded.registered_at);
      const expected = JSON.parse(recorded.body) as JsonObject;
      const choice = choiceOf(recorded);
      if (choice.format === "SITE_FLAT") expected.timestamp += "Z";
      const text = bodyText(event, choice);
      expect(JSON.parse(text)).toEqual(expected);
      // The order of the keys too, as the text shows it.
      expect(text).toBe(JSON.stringify(expected));
      const body = bodiesOf(event).find(({ format }) => format === bodyName(choice));
      expect(body?.headers).toEqual({
        "X-Hokusai-Idempotency-Key": recorded.headers["X-Hokusai-Idempotency-Key"],
      });
    },
  );
});

test("strict receivers of each version take every payload, whatever is set", () => {
  fc.assert(
    fc.property(anyRegistered, (event) => {
      for (const choice of siteChoices) {
        const text = bodyText(event, choice);
        const payload = JSON.parse(text);
        const receiver = strictReceivers[bodyName(choice)];
        expect(receiver?.safeParse(payload).error).toBeUndefined();
        if (choice.format === "SITE_FLAT") {
          expect(tolerant2025.safeParse(payload).error).toBeUndefined();
          fromJsonString(SiteFlatPayloadSchema, text);
        } else {
          fromJsonString(SiteNestedPayloadSchema, text);
        }
      }
    }),
  );
});

test("an older version has the values of a newer one", () => {
  fc.assert(
    fc.property(anyRegistered, (event) => {
      const versions = payloadVersions.SITE_FLAT ?? [];
      for (const [i, version] of versions.entries()) {
        const newer = versions[i + 1];
        if (newer === undefined) continue;
        expect(bodyJson(event, flat(newer))).toMatchObject(bodyJson(event, flat(version)));
      }
    }),
  );
});

describe("the flat payload", () => {
  const full = registered(
    {
      ...bare.registration,
      isBaseline: false,
      modelVersion: {
        name: "leads",
        version: "3",
        tags: { team: "sales", baseline_model_id: "leads/1", contributor: "alice" },
      },
      modelInfo: {
        modelUuid: "m-1",
        modelUri: "models:/m-1",
        signature: { text: "inputs: \n  ['x': double (required)]\n" },
        metadata: { owner: { team: "sales" } },
      },
    },
    bare.binding,
  );

  test("has the newer keys where they are known, and leaves them out where they are not", () => {
    expect(bodyJson(full, flat("2026-11-24"))).toMatchObject({
      model_uuid: "m-1",
      model_uri: "models:/m-1",
      signature: "inputs: \n  ['x': double (required)]\n",
      structured_metadata: { owner: { team: "sales" } },
    });
    const event = registered(bare.registration, bare.binding);
    expect(bodyJson(event, flat("2026-11-24"))).toEqual(bodyJson(event, flat("2026-04-18")));
  });

  test("has the tags that were given, without those that a registration sets itself", () => {
    const tagsOf = (event: Event) =>
      (bodyJson(event, flat("2025-08-15")).metadata as JsonObject).tags;
    expect(tagsOf(full)).toEqual({ team: "sales" });
    expect(tagsOf(registered(bare.registration, bare.binding))).toBeNull();
    const tags = { baseline_model_id: "mine", model_uuid: "m-1" };
    const modelVersion = { name: "leads", version: "3", tags };
    const baseline = registered({ ...bare.registration, modelVersion }, bare.binding);
    expect(tagsOf(baseline)).toEqual({ baseline_model_id: "mine" });
  });

  test.each([
    [0, 1, null],
    [-1, 1, null],
    [0.8, 0.9, 12.499999999999996],
    [2, 1, -50],
    [1e-308, 1e300, null],
  ])("compares %s with %s as %s percent", (baselineValue, currentValue, percentage) => {
    const binding = { ...bare.binding, baselineValue, currentValue };
    const { metadata } = bodyJson(registered(bare.registration, binding), flat("2025-08-15"));
    expect(metadata).toMatchObject({ improvement_percentage: percentage });
  });
});

describe("the nested payload", () => {
  const modelOf = (event: Event) => bodyJson(event, nested).model;

  test("has the token in lower case and leaves out what is not known", () => {
    expect(modelOf(registered(bare.registration, bare.binding))).toEqual({
      id: "msg-ai",
      name: "leads",
      status: "registered",
      version: "3",
    });
  });

  test("takes the schemas of the signature where the binding has none of its own", () => {
    const signature = { inputs: columns({ name: "x" }), outputs: columns({ name: "y" }) };
    const registration = { ...bare.registration, modelInfo: { signature } };
    const x = { type: "object", properties: { x: { type: "number" } }, required: ["x"] };
    const y = { type: "object", properties: { y: { type: "number" } }, required: ["y"] };
    expect(modelOf(registered(registration, bare.binding))).toMatchObject({
      api_schema: { inputSchema: x, outputSchema: y },
    });
    const outputSchema = { type: "object", title: "mine" };
    expect(modelOf(registered(registration, { ...bare.binding, outputSchema }))).toMatchObject({
      api_schema: { inputSchema: x, outputSchema },
    });
  });
});

test("every event has a standard body, and only a registration for the site has the site's", () => {
  const names = (event: Event) => bodiesOf(event).map(({ format }) => format);
  expect(names(create(EventSchema, { type: EventType.MODEL_DELETED }))).toEqual(["STANDARD"]);
  expect(names(registered(bare.registration))).toEqual(["STANDARD"]);
  expect(names(registered(bare.registration, bare.binding))).toEqual([
    "STANDARD",
    ...siteChoices.map(bodyName),
  ]);
});

test("an endpoint of the site hears of registrations alone, and why one is not sent", () => {
  const event = registered(bare.registration);
  const renamed = create(EventSchema, { type: EventType.MODEL_RENAMED });
  for (const choice of siteChoices) {
    expect(isToldOf(choice, event)).toBe(true);
    expect(isToldOf(choice, renamed)).toBe(false);
    expect(whyNoBody(event, choice)).toMatch(/site_binding/);
    expect(whyNoBody(registered(bare.registration, bare.binding), choice)).toBeUndefined();
  }
  expect(isToldOf(standard, renamed)).toBe(true);
  expect(whyNoBody(event, standard)).toBeUndefined();
});

describe("the body of a test", () => {
  const event = create(EventSchema, {
    eventId: "evt_1",
    type: EventType.ENDPOINT_TEST,
    modelName: "modelwire-test",
    sequence: 1,
    time: timestampFromMs(Date.UTC(2026, 10, 24)),
    endpointTest: { endpointId: "ep_1" },
  });

  test("is the event itself where the format can say it", () => {
    const { contentType, body } = testBodyOf(event, standard);
    expect(contentType).toBe("application/json");
    expect(JSON.parse(Buffer.from(body).toString())).toMatchObject({
      type: "modelwire.endpoint.test",
      data: { endpointTest: { endpointId: "ep_1" } },
    });
    const binary = testBodyOf(event, { format: "PROTOBUF", payload_version: "1" });
    expect(binary.contentType).toBe("application/protobuf");
  });

  test.each(siteChoices)(
    "is a registration of modelwire-test in $format $payload_version",
    (choice) => {
      const { body, headers } = testBodyOf(event, choice);
      const payload = JSON.parse(Buffer.from(body).toString()) as JsonObject;
      expect(strictReceivers[bodyName(choice)]?.safeParse(payload).error).toBeUndefined();
      expect(headers["X-Hokusai-Idempotency-Key"]).toMatch(/^[0-9a-f-]{36}$/);
      expect(payload).toMatchObject(
        choice.format === "SITE_FLAT"
          ? { model_id: "modelwire-test/0", token_symbol: "modelwire-test" }
          : { model: { id: "modelwire-test", name: "modelwire-test", version: "0" } },
      );
    },
  );

  test("is refused for a version that the format does not have", () => {
    expect(() => testBodyOf(event, flat("2020-01-01"))).toThrow(/no payload SITE_FLAT@2020/);
  });
});
