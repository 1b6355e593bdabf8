import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Consistency } from "#gen/modelwire/registry/v1/consistency_pb.js";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import { invalidField, ModelwireError } from "../error.ts";
import { countCatalog, readCatalogState, wantSweep } from "../store/catalog-state.ts";
import { lastSequence } from "../store/events.ts";
import type { CatalogContext } from "./context.ts";

const POLL_MS = 25;
const RETRY_MS = 2000;

/** Whom a read asks. */
export type Source = "catalog" | "mlflow";

const tokenParts = z.tuple([z.string(), z.number().int().nonnegative()]);

/** Makes the token of a write: the event that tells of it, and all before it of its model. */
export function consistencyToken(modelName: string, sequence: number): string {
  return Buffer.from(JSON.stringify([modelName, sequence])).toString("base64url");
}

/**
 * Decides whom a read asks. A catalog that lacks a write which the caller knows of, as one that
 * was restored from a backup does, is not asked.
 * @param unset whom a read asks that says nothing
 * @throws ModelwireError INVALID_FIELD
 */
export async function sourceOf(
  { store }: Pick<CatalogContext, "store">,
  consistency: Consistency | undefined,
  unset: Source,
): Promise<Source> {
  const requirement = consistency?.requirement;
  switch (requirement?.case) {
    case undefined:
      return unset;
    case "local":
      return "catalog";
    case "fullyConsistent":
      return "mlflow";
    case "atLeastAsFresh": {
      const [modelName, sequence] = readToken(requirement.value);
      const known = await lastSequence(store.db, modelName);
      return known >= sequence ? "catalog" : "mlflow";
    }
  }
}

/**
 * Makes the catalog as fresh as a list wants it.
 * @returns up to when all that was written to MLflow is in it, in milliseconds since 1970
 * @throws ModelwireError INVALID_FIELD, INDEX_INCOMPLETE, MLFLOW_UNAVAILABLE
 */
export async function freshenCatalog(
  context: Pick<CatalogContext, "store">,
  consistency: Consistency | undefined,
  signal: AbortSignal,
): Promise<number> {
  const source = await sourceOf(context, consistency, "catalog");
  if (source === "mlflow") return sweepNow(context, signal);
  const { as_of: asOf } = await readCatalogState(context.store.db);
  if (asOf === null) throw await indexIncomplete(context);
  return asOf;
}

/** Waits for a sweep that begins from now on, of whichever process does that. */
async function sweepNow(
  { store }: Pick<CatalogContext, "store">,
  signal: AbortSignal,
): Promise<number> {
  const wantedAt = Date.now();
  await wantSweep(store.db, wantedAt);
  store.wake("catalog");
  for (;;) {
    const state = await readCatalogState(store.db);
    if (state.as_of !== null && state.as_of >= wantedAt) return state.as_of;
    if (state.failed_at !== null && state.failed_at >= wantedAt) {
      throw new ModelwireError(
        ErrorReason.MLFLOW_UNAVAILABLE,
        `MLflow could not be asked for all that it has: ${state.last_error}`,
        { retryAfterMs: RETRY_MS },
      );
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

/** Creates the error of a read that the catalog cannot answer before it has seen all of MLflow. */
export async function indexIncomplete({
  store,
}: Pick<CatalogContext, "store">): Promise<ModelwireError> {
  const { versions, unread } = await countCatalog(store.db);
  const { as_of: asOf } = await readCatalogState(store.db);
  return new ModelwireError(
    ErrorReason.INDEX_INCOMPLETE,
    asOf === null
      ? `MLflow is being seen for the first time (${versions} versions so far): what it has cannot be told yet`
      : `the models of ${unread} versions are still to be read, and this could be one of them`,
    { retryAfterMs: RETRY_MS, metadata: { version_count: String(versions) } },
  );
}

function readToken(token: string): [string, number] {
  try {
    return tokenParts.parse(JSON.parse(Buffer.from(token, "base64url").toString("utf8")));
  } catch {
    throw invalidField(
      "consistency.at_least_as_fresh",
      "expected the consistency_token of an answer to a write",
    );
  }
}
