import { expect, vi } from "vitest";
import {
  type BaselineRequest,
  readDatabaseWhenSettled,
  readMlflow,
} from "./registration-fixtures.ts";

/**
 * Expects that in the end, of everything that was tried under a request's registered model and
 * experiment, either all is there or nothing, and nothing is pending: as many versions as
 * completed registrations, events without a gap, deliveries and logged models and runs; no other
 * logged model, no other run. Gives the number of versions.
 */
export function expectWholeOrNothing(
  databaseUrl: string,
  request: BaselineRequest,
  endpointIds: readonly string[] = [],
): Promise<number> {
  // What a recovery finds beside what it completes, it deletes after the commit.
  const options = { timeout: 40_000, interval: 300 };
  return vi.waitFor(() => wholeOrNothing(databaseUrl, request, endpointIds), options);
}

async function wholeOrNothing(
  databaseUrl: string,
  request: BaselineRequest,
  endpointIds: readonly string[],
): Promise<number> {
  const { registrations, events, deliveries } = await readDatabaseWhenSettled(
    databaseUrl,
    request.modelName,
  );
  const { versions, loggedModels, runs } = await readMlflow(request);
  expect(versionKeys(versions)).toEqual(
    registrations.map((r) => `${r.version} models:/${r.model_uuid} ${r.registration_id}`).sort(),
  );
  expect(events.map((event) => event.sequence)).toEqual(registrations.map((_, i) => i + 1));
  expect(deliveries.map((d) => `${d.event_id} ${d.endpoint_id}`).sort()).toEqual(
    events.flatMap(({ event_id }) => endpointIds.map((id) => `${event_id} ${id}`)).sort(),
  );
  const models = [...new Set(registrations.map((registration) => registration.model_uuid))];
  expect(loggedModels.map((m) => `${m.modelId} ${m.status}`).sort()).toEqual(
    models.map((id) => `${id} LOGGED_MODEL_READY`).sort(),
  );
  expect(runs.map((run) => run.status)).toEqual(models.map(() => "FINISHED"));
  return versions.length;
}

function versionKeys(versions: Awaited<ReturnType<typeof readMlflow>>["versions"]): string[] {
  return versions
    .map((v) => `${v.version} ${v.source} ${v.tags["modelwire.registration_id"]}`)
    .sort();
}
