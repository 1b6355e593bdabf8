import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { startBrowser, type TestBrowser } from "./support/browser.ts";
import { createClients } from "./support/clients.ts";
import { quickstartModel, readModelFiles } from "./support/model-files.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";

let modelwire: TestModelwire;
let browser: TestBrowser;
let page: Page;
let registration: Registration;
beforeAll(async () => {
  modelwire = await startModelwire();
  registration = await register();
  browser = await startBrowser();
  page = await browser.context.newPage();
  page.setDefaultTimeout(50_000);
  // MLflow 3.4 offers a new UI once, over everything else.
  const dialog = page.getByRole("dialog");
  await page.addLocatorHandler(dialog, () => dialog.getByRole("button", { name: "Close" }).click());
});
afterAll(async () => {
  await browser?.stop();
  await modelwire?.stop();
});

async function register(): Promise<Registration> {
  const { registry } = createClients(modelwire.httpUrl);
  const { registration: made } = await registry.registerBaseline({
    modelType: "lead_scoring",
    modelName: `ui-${crypto.randomUUID()}`,
    description: "as people see it",
    source: { case: "package", value: { files: await readModelFiles(quickstartModel) } },
    metadata: { reviewed_by: "the sales team" },
    tags: { team: "growth" },
    params: { depth: "3" },
    metrics: { auc: 0.9125 },
  });
  if (!made) throw new Error("an answer without a registration");
  return made;
}

function open(path: string): Promise<unknown> {
  return page.goto(`${inject("mlflowUrl")}/#${path}`);
}

/** Waits until the page shows a text. */
function shows(text: string): Promise<void> {
  return page.getByText(text).first().waitFor();
}

/** Waits until the page shows a row of a table that has all texts. */
function showsRow(...texts: string[]): Promise<void> {
  const row = texts.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole("row"));
  return row.first().waitFor();
}

/** Waits until the page shows a link with the text whose address ends as is said. */
function showsLink(text: string, end: string): Promise<void> {
  return page.locator(`a[href$="${end}"]`, { hasText: text }).first().waitFor();
}

test("MLflow's page of the version shows description, tags, schema and source run", async () => {
  const { modelName, registrationId, modelInfo, runId } = registration;
  await open(`/models/${modelName}/versions/1`);
  await shows("as people see it");
  await showsRow("team", "growth");
  await showsRow("model_type", "lead_scoring");
  await showsRow("is_baseline", "true");
  await showsRow("model_uuid", modelInfo?.modelUuid ?? "none");
  await showsRow("modelwire.registration_id", registrationId ?? "none");
  await showsLink(modelName, `/runs/${runId}`);
  await page.getByText("Inputs (3)").click();
  await showsRow("site_visits (required)", "long");
  await showsRow("days_since_contact (required)", "double");
  await page.getByText("Outputs (1)").click();
  await showsRow("score (required)", "double");
});

test("MLflow's page of the model shows id, status, run, version, metrics and params", async () => {
  const { modelName, modelInfo, runId } = registration;
  await open(`/experiments/0/models/${modelInfo?.modelId}`);
  await shows("About this logged model");
  await shows(modelInfo?.modelId ?? "none");
  await page.getByText("Ready", { exact: true }).waitFor();
  await showsLink(modelName, `/runs/${runId}`);
  await shows(runId ?? "none");
  await showsLink(modelName, `/models/${modelName}/versions/1`);
  await shows("0.9125");
  await shows("depth");
});

test("MLflow's page of the model's files shows each of them, and the MLmodel with its metadata", async () => {
  const { modelInfo } = registration;
  await open(`/experiments/0/models/${modelInfo?.modelId}/artifacts`);
  for (const { path } of modelInfo?.files ?? []) await shows(path);
  await page.getByText("MLmodel", { exact: true }).first().click();
  const body = page.locator("body");
  for (const hasText of [
    "reviewed_by",
    "the sales team",
    "purpose: quickstart",
    `model_uuid: "${modelInfo?.modelUuid}"`,
    `run_id: "${registration.runId}"`,
  ]) {
    await body.filter({ hasText }).waitFor();
  }
});

test("nothing on the pages was asked of another machine", () => {
  expect(browser.refused).toEqual([]);
});
