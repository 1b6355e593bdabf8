import { create, fromJson, type JsonValue, type MessageInitShape } from "@bufbuild/protobuf";
import { timestampFromMs, ValueSchema } from "@bufbuild/protobuf/wkt";
import fc from "fast-check";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { ModelInfoSchema } from "#gen/modelwire/registry/v1/model_info_pb.js";
import type { RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import {
  type Column,
  ScalarType,
  type Signature,
  SignatureSchema,
} from "#gen/modelwire/registry/v1/signature_pb.js";
import type { SiteBindingSchema } from "#gen/modelwire/registry/v1/site_binding_pb.js";

type Init<T> = Exclude<T, { $typeName: string }>;
/** The fields of a registration that a test sets. */
export type RegistrationInit = Init<MessageInitShape<typeof RegistrationSchema>>;
/** The fields of a SiteBinding that a test sets. */
export type SiteBindingInit = Init<MessageInitShape<typeof SiteBindingSchema>>;

/** Makes the event of a registration, with a SiteBinding where one is given. */
export function registered(registration: RegistrationInit, siteBinding?: SiteBindingInit): Event {
  return create(EventSchema, {
    eventId: `evt_${"0".repeat(32)}`,
    type: EventType.MODEL_REGISTERED,
    modelName: registration.modelName ?? "",
    sequence: 1,
    time: timestampFromMs(Date.UTC(2026, 10, 24, 18, 30, 0, 250)),
    modelRegistered: { registration: { ...registration, ...(siteBinding && { siteBinding }) } },
  });
}

/** The least that a registration and its SiteBinding have. */
export const bare: { registration: RegistrationInit; binding: SiteBindingInit } = {
  registration: {
    modelId: "leads/3",
    modelName: "leads",
    version: "3",
    isBaseline: true,
    modelVersion: {
      name: "leads",
      version: "3",
      tags: {
        model_uuid: "m-1",
        model_type: "leads",
        is_baseline: "true",
        "modelwire.registration_id": "r",
      },
    },
  },
  binding: {
    tokenSymbol: "Msg-AI",
    metricName: "accuracy",
    baselineValue: 0.5,
    currentValue: 0.5,
    proposalIdentifier: "Msg-AI",
  },
};

type ColumnInit = Pick<Column, "name"> & { scalar: ScalarType };

/** Makes the typed schema of columns. */
export const columns = (...given: Partial<ColumnInit>[]) => ({
  kind: {
    case: "columns" as const,
    value: {
      columns: given.map(({ name, scalar = ScalarType.DOUBLE }) => ({
        ...(name !== undefined && { name }),
        type: { type: { case: "scalar" as const, value: scalar } },
        required: true,
      })),
    },
  },
});

const name = fc.string({ minLength: 1, maxLength: 20 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const json = fc.jsonValue({ maxDepth: 3 }).map((one) => one as JsonValue);
const object = fc.dictionary(name, json, { maxKeys: 3 });
const schemaObject = object.map((members) => ({ ...members, type: "object" }));
const signature = fc.constantFrom<Signature>(
  ...[
    { text: "inputs: \n  ['x': double (required)]\n", inputs: columns({ name: "x" }) },
    { text: "outputs: \n  [double (required)]\n", outputs: columns({}) },
    { text: "both", inputs: columns({ name: "x" }), outputs: columns({ name: "y" }) },
  ].map((one) => create(SignatureSchema, one)),
);

/** Events of registrations of all kinds, each optional part there or not. */
export const anyRegistered: fc.Arbitrary<Event> = fc
  .record({
    isBaseline: fc.boolean(),
    given: fc.dictionary(fc.constantFrom("team", "user_id", "ü", "modelwire"), fc.string()),
    runId: fc.option(fc.constant("8c5a1f0e2b7d4c3e9f6a5b4c3d2e1f00")),
    signature: fc.option(signature),
    metadata: fc.option(object),
    binding: fc.record({
      tokenSymbol: fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?$/),
      metricName: name,
      baselineValue: number,
      currentValue: number,
      proposalIdentifier: name,
    }),
    optional: fc.record(
      {
        experimentName: name,
        contributorAddress: fc.stringMatching(/^0x[0-9a-fA-F]{40}$/),
        userId: name,
        inputSchema: schemaObject,
        outputSchema: schemaObject,
        evalSpec: json.filter((spec) => spec !== null).map((spec) => fromJson(ValueSchema, spec)),
        scorerRef: name,
        primaryMetric: name,
        benchmarkSpecId: name,
      },
      { requiredKeys: [] },
    ),
  })
  .map((one) => {
    const own = { model_uuid: "m-1", model_type: "leads", is_baseline: String(one.isBaseline) };
    const improved = one.isBaseline ? {} : { baseline_model_id: "leads/1", contributor: "alice" };
    return registered(
      {
        modelId: "leads/3",
        modelName: "leads",
        version: "3",
        isBaseline: one.isBaseline,
        modelVersion: { name: "leads", version: "3", tags: { ...one.given, ...own, ...improved } },
        ...(one.runId !== null && { runId: one.runId }),
        modelInfo: create(ModelInfoSchema, {
          modelUuid: "m-1",
          modelUri: "models:/m-1",
          ...(one.signature && { signature: one.signature }),
          ...(one.metadata && { metadata: one.metadata }),
        }),
      },
      { ...one.binding, ...one.optional },
    );
  });
