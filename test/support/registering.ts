import { randomUUID } from "node:crypto";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { Clients } from "./clients.ts";
import { quickstartModel, readModelFiles } from "./model-files.ts";

const files = await readModelFiles(quickstartModel);

/** Registers the files of the quickstart model, under a name of its own where none is given. */
export function registerQuickstart(
  clients: Clients,
  modelName = `webhooks-${randomUUID()}`,
): Promise<Registration> {
  return register(clients, modelName, { case: "package", value: { files } });
}

/**
 * Registers a model that MLflow holds: one more version and one more event, in the fewest calls.
 */
export function registerHeld(
  clients: Clients,
  modelUuid: string,
  modelName = `webhooks-${randomUUID()}`,
): Promise<Registration> {
  return register(clients, modelName, { case: "mlflowUri", value: `models:/${modelUuid}` });
}

type Source = Parameters<Clients["registry"]["registerBaseline"]>[0]["source"];

async function register(
  { registry }: Clients,
  modelName: string,
  source: NonNullable<Source>,
): Promise<Registration> {
  const request = { modelType: "lead_scoring", modelName, source };
  const { registration } = await registry.registerBaseline(request);
  if (!registration) throw new Error("an answer without a registration");
  return registration;
}
