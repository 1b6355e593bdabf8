import { z } from "zod";
import { MlflowError } from "../mlflow/error.ts";
import { findModelsNotSeen, markModelsSeen } from "../store/catalog-models.ts";
import type { CatalogStateRow } from "../store/catalog-state.ts";
import { observed } from "./announce.ts";
import { compareModels } from "./compare-models.ts";
import { compareVersions, runsOf } from "./compare-versions.ts";
import type { CatalogContext } from "./context.ts";
import { withModelLock } from "./lock.ts";
import { refreshModel } from "./refresh-model.ts";
import { relocate } from "./relocate.ts";

const VERSIONS_A_PAGE = 500;
const MODELS_A_PAGE = 100;
/**
 * What a page of registered models may take: MLflow loads all versions of each, 100 of them in
 * some 40 ms, so that only time tells how many are a page.
 */
const MODELS_PAGE_MS = 500;
const MOST_GROWTH = 4;
const ABSENT_A_STEP = 20;
/** How often a sweep looks for those that it did not see: of two that swapped names, one comes later. */
const ABSENT_PASSES = 3;

const position = z.object({
  token: z.string().optional(),
  name: z.string().optional(),
  version: z.number().optional(),
  size: z.number().optional(),
  after: z.string().optional(),
  pass: z.number().optional(),
});

type Position = z.infer<typeof position>;

/** What a step of a sweep changes of the catalog's state. */
export type SweepStep = Partial<
  Pick<CatalogStateRow, "phase" | "position" | "sweep_started_at" | "as_of">
>;

/**
 * Compares one page of what MLflow has with the catalog: all versions first, then all registered
 * models, then those that were not seen. A sweep that breaks off goes on where it was.
 */
export async function sweepStep(
  context: CatalogContext,
  state: CatalogStateRow,
): Promise<SweepStep> {
  const at = state.position === null ? {} : position.parse(JSON.parse(state.position));
  const firstSightAt = state.as_of === null ? (state.first_sight_at ?? undefined) : undefined;
  try {
    switch (state.phase) {
      case "VERSIONS":
        return await sweepVersions(context, at, firstSightAt);
      case "MODELS":
        return await sweepModels(context, state, at, firstSightAt);
      case "ABSENT":
        return await sweepAbsent(context, state, at);
    }
  } catch (error) {
    const isRefused = error instanceof MlflowError && error.failure === "refused";
    // A page token that MLflow does not know any more, as after an upgrade.
    if (isRefused && at.token !== undefined) return { position: null };
    const isTooMuch = error instanceof MlflowError && error.failure === "timeout";
    if (isTooMuch && (at.size ?? 1) > 1) return { position: write({ ...at, size: 1 }) };
    throw error;
  }
}

async function sweepVersions(
  context: CatalogContext,
  { token, name, version }: Position,
  firstSightAt: number | undefined,
): Promise<SweepStep> {
  const { versions, nextToken } = await context.mlflow.modelVersions.page(
    "name ASC, version_number ASC",
    VERSIONS_A_PAGE,
    token,
  );
  const after = name !== undefined && version !== undefined ? { name, version } : undefined;
  await compareVersions(context, runsOf(versions, after, nextToken === undefined), firstSightAt);
  const last = versions.at(-1);
  if (nextToken === undefined || !last) return { phase: "MODELS", position: null };
  return { position: write({ token: nextToken, name: last.name, version: Number(last.version) }) };
}

async function sweepModels(
  context: CatalogContext,
  { sweep }: CatalogStateRow,
  { token, size = 1 }: Position,
  firstSightAt: number | undefined,
): Promise<SweepStep> {
  const began = performance.now();
  const { models, nextToken } = await context.mlflow.registeredModels.page(size, token);
  const nextSize = sizeAfter(size, performance.now() - began);
  await compareModels(context, models, sweep, firstSightAt);
  if (nextToken === undefined) return { phase: "ABSENT", position: null };
  return { position: write({ token: nextToken, size: nextSize }) };
}

/** Tells how many registered models to ask for after a page of `size` that took so long. */
function sizeAfter(size: number, tookMs: number): number {
  const fitting = Math.floor((size * MODELS_PAGE_MS) / tookMs);
  return Math.max(1, Math.min(fitting, size * MOST_GROWTH, MODELS_A_PAGE));
}

async function sweepAbsent(
  context: CatalogContext,
  state: CatalogStateRow,
  { after = "", pass = 1 }: Position,
): Promise<SweepStep> {
  const { db } = context.store;
  const rows = await findModelsNotSeen(db, state.sweep, after, ABSENT_A_STEP);
  for (const row of rows) {
    await withModelLock(context, row.last_name, async (lock) => {
      if (row.name === null) return relocate(context, lock, row, observed);
      if (await refreshModel(context, lock)) await markModelsSeen(db, [row.name], state.sweep);
    });
  }
  const last = rows.at(-1);
  if (last) return { phase: "ABSENT", position: write({ after: last.model_key, pass }) };
  const isOver = pass === ABSENT_PASSES || after === "";
  if (!isOver) return { phase: "ABSENT", position: write({ pass: pass + 1 }) };
  return {
    as_of: state.sweep_started_at,
    sweep_started_at: null,
    phase: "VERSIONS",
    position: null,
  };
}

function write(at: Position): string {
  return JSON.stringify(at);
}
