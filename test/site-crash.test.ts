import { create } from "@bufbuild/protobuf";
import { describe, expect, test, vi } from "vitest";
import { SiteBindingSchema } from "#gen/modelwire/registry/v1/site_binding_pb.js";
import { payloadVersions } from "../src/event/bodies.ts";
import { openStore } from "../src/store/store.ts";
import { engines, registerAndDie, withScene } from "./support/crash-scenarios.ts";
import { newRequest, register } from "./support/registration-fixtures.ts";

vi.setConfig({ testTimeout: 120_000 });

describe.each(engines)("with $engine", (engine) => {
  test.for(["ready", "version-created", "committed"] as const)(
    "the site is told the same of a registration whose server dies at %s",
    (step) =>
      withScene(engine, { dieAt: step }, async (scene) => {
        const given = { tokenSymbol: "msg-ai", metricName: "auc" };
        const siteBinding = create(SiteBindingSchema, given);
        const request = { ...newRequest(), siteBinding };
        await registerAndDie(scene, request);
        const clients = await scene.startOther();
        // Completed by the other server alone, before its caller asks again.
        expect(await scene.settled(request)).toBe(1);
        const registration = await register(clients, request);
        expect(registration.siteBinding).toMatchObject({
          ...given,
          baselineValue: 0.91,
          currentValue: 0.91,
          proposalIdentifier: "msg-ai",
          experimentName: request.experimentName,
        });
        const { model_id: modelId, current_value: value } = await newestFlatPayload(
          scene.database.url,
        );
        expect([modelId, value]).toEqual([registration.modelId, 0.91]);
      }),
  );
});

/** Reads the one flat payload of the newest version that a database has. */
async function newestFlatPayload(databaseUrl: string): Promise<Record<string, unknown>> {
  const store = await openStore(databaseUrl);
  try {
    const { body } = await store.db
      .selectFrom("event_bodies")
      .select("body")
      .where("format", "=", `SITE_FLAT@${payloadVersions.SITE_FLAT?.at(-1)}`)
      .executeTakeFirstOrThrow();
    return JSON.parse(Buffer.from(body).toString());
  } finally {
    await store.close();
  }
}
