import { create } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { ConsistencySchema } from "#gen/modelwire/registry/v1/consistency_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { EchoService } from "../../test/gen/modelwire/test/v1/echo_pb.js";
import { waitsForOthers } from "./waits-for-others.ts";

const { getModelVersion, listModels, registerBaseline, getIndexStatus } = RegistryService.method;
const consistencies = {
  local: create(ConsistencySchema, { requirement: { case: "local", value: {} } }),
  fresh: create(ConsistencySchema, { requirement: { case: "atLeastAsFresh", value: "x" } }),
  full: create(ConsistencySchema, { requirement: { case: "fullyConsistent", value: {} } }),
};

describe("a read", () => {
  test.each([getModelVersion, listModels])("$name waits as its consistency says", (method) => {
    const waits = (consistency: keyof typeof consistencies) =>
      waitsForOthers(method, create(method.input, { consistency: consistencies[consistency] }));
    expect([waits("local"), waits("fresh"), waits("full")]).toEqual([false, false, true]);
  });

  test("that says nothing waits for MLflow where it is of one version", () => {
    expect(waitsForOthers(getModelVersion, create(getModelVersion.input))).toBe(true);
    expect(waitsForOthers(listModels, create(listModels.input))).toBe(false);
  });
});

test("whatever else goes to MLflow or a receiver waits, and the rest does not", () => {
  for (const method of [registerBaseline, WebhookService.method.testEndpoint]) {
    expect(waitsForOthers(method, create(method.input)), method.name).toBe(true);
  }
  const local = [getIndexStatus, EventService.method.listEvents, EchoService.method.echo];
  for (const method of local) {
    expect(waitsForOthers(method, create(method.input)), method.name).toBe(false);
  }
});
