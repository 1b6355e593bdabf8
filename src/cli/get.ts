import type { Command } from "commander";
import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import type { BatchGetModelVersionsItem } from "#gen/modelwire/registry/v1/reads_pb.js";
import { RegistrationSchema } from "#gen/modelwire/registry/v1/registration_pb.js";
import { timeWithAge } from "./age.ts";
import { createClients, type ServerOptions } from "./client.ts";
import { type ConsistencyChoice, consistencyOf, consistencyOption } from "./consistency.ts";
import { CliError, exitCodes } from "./error.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, fields, print, printJson } from "./output.ts";
import { fullFields } from "./registration-text.ts";
import { versionOf, versionTable } from "./version-table.ts";

/** How many model versions one call gets at the most. */
const maxBatch = 100;

interface GetOptions extends ServerOptions {
  consistency?: ConsistencyChoice;
}

/** Adds `get`, which looks model versions up. */
export function addGet(program: Command): void {
  program
    .command("get")
    .description("Look model versions up, as MLflow has them now.")
    .argument("<model...>", "uuid (m-…), name/version or name@alias")
    .addOption(consistencyOption("mlflow"))
    .option("--json", "print the registration as ProtoJSON, one a line")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} get m-0123456789abcdef0123456789abcdef
  ${commandName} get lead_scoring_baseline/1 --consistency local
  ${commandName} get lead_scoring_baseline@production --json
  ${commandName} get lead_scoring_baseline/1 lead_scoring_improved/2

Of several models, those that are not there are told at the end, with exit code ${exitCodes.notFound}.`,
    )
    .action(async (models: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GetOptions>();
      const refs = models.map(parseModelRef);
      const [first, ...others] = refs;
      if (first && others.length === 0) await getOne(first, options);
      else await getSeveral(refs, models, options);
    });
}

async function getOne(ref: ModelVersionRef, options: GetOptions): Promise<void> {
  const { registry } = createClients(options);
  const consistency = consistencyOf(options.consistency);
  const { registration, asOf, etag } =
    ref.ref.case === "modelUuid"
      ? await registry.getModelByUuid({ modelUuid: ref.ref.value, consistency })
      : await registry.getModelVersion({ ref, consistency });
  if (!registration) throw new CliError("the server answered nothing", exitCodes.failed);
  if (options.json) return printJson(RegistrationSchema, registration);
  print(
    fields([
      ...fullFields(registration),
      ["etag", etag],
      ["as of", options.consistency === "local" ? timeWithAge(asOf) : undefined],
    ]),
  );
}

async function getSeveral(
  refs: readonly ModelVersionRef[],
  names: readonly string[],
  options: GetOptions,
): Promise<void> {
  const { registry } = createClients(options);
  const consistency = consistencyOf(options.consistency);
  const items: BatchGetModelVersionsItem[] = [];
  for (let at = 0; at < refs.length; at += maxBatch) {
    const batch = refs.slice(at, at + maxBatch);
    const answer = await registry.batchGetModelVersions({ refs: batch, consistency });
    if (answer.items.length !== batch.length) {
      throw new CliError("the server answered something else", exitCodes.failed);
    }
    items.push(...answer.items);
  }
  const found = items.flatMap(({ registration }) => registration ?? []);
  if (options.json) for (const registration of found) printJson(RegistrationSchema, registration);
  else if (found.length > 0) print(versionTable(found.map(versionOf)));
  const missing = names.filter((_, index) => !items[index]?.registration);
  if (missing.length === 0) return;
  const text = `${missing.length} of ${names.length} model versions are not there`;
  throw new CliError([text, ...missing].join("\n"), exitCodes.notFound);
}
