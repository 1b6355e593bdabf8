import type { Command } from "commander";
import { DeleteModelVersionResponseSchema } from "#gen/modelwire/registry/v1/changes_pb.js";
import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { type ChangeOptions, change, etagOption } from "./change.ts";
import { type Clients, createClients } from "./client.ts";
import { confirm, requireTerminal } from "./confirm.ts";
import { CliError, exitCodes } from "./error.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, plain, print, printJson } from "./output.ts";

interface DeleteOptions extends ChangeOptions {
  yes?: boolean;
}

/** Adds `delete`, which deletes a model version. */
export function addDelete(program: Command): void {
  program
    .command("delete")
    .description("Delete a model version and its aliases. The model and its run stay in MLflow.")
    .argument("<model>", "uuid (m-…), name/version or name@alias")
    .addOption(etagOption())
    .option("--yes", "do not ask; needed where there is no terminal")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} delete lead_scoring_baseline/3
  ${commandName} delete m-0123456789abcdef0123456789abcdef --yes`,
    )
    .action(async (model: string, _: unknown, command: Command) => {
      await deleteVersion(parseModelRef(model), command.optsWithGlobals<DeleteOptions>());
    });
}

async function deleteVersion(named: ModelVersionRef, options: DeleteOptions): Promise<void> {
  if (!options.yes) requireTerminal();
  const { registry } = createClients(options);
  const { ref, name } = await settle(named, registry, options.yes === true);
  if (!options.yes) {
    const goes = "It stays in MLflow as a model; its version and aliases go.";
    const confirmed = await confirm(`Delete ${name}? ${goes}`);
    if (!confirmed) throw new CliError("nothing was deleted", exitCodes.failed);
  }
  const request = { ref, etag: options.etag };
  const answer = await change(options, (call) => registry.deleteModelVersion(request, call));
  if (options.json) printJson(DeleteModelVersionResponseSchema, answer);
  else print(`deleted ${plain(name)}`);
}

type Ref = NonNullable<Parameters<Clients["registry"]["deleteModelVersion"]>[0]["ref"]>;

/** Settles which version is meant, before anybody is asked or anything is gone. */
async function settle(
  named: ModelVersionRef,
  registry: Clients["registry"],
  yes: boolean,
): Promise<{ ref: Ref; name: string }> {
  switch (named.ref.case) {
    case "nameAlias": {
      // The alias goes before the version: a repeat would not find it any more.
      const { registration } = await registry.getModelVersion({ ref: named });
      if (!registration) throw new CliError("the server answered nothing", exitCodes.failed);
      const { modelId } = registration;
      return { ref: { ref: { case: "modelId", value: modelId } }, name: modelId };
    }
    case "modelUuid": {
      const modelUuid = named.ref.value;
      if (yes) return { ref: named, name: modelUuid };
      // The uuid is sent all the same: where several versions have it, none is deleted.
      const { registration } = await registry.getModelByUuid({ modelUuid });
      return { ref: named, name: registration?.modelId ?? modelUuid };
    }
    case "nameVersion":
      return { ref: named, name: `${named.ref.value.name}/${named.ref.value.version}` };
    case "modelId":
      return { ref: named, name: named.ref.value };
    case undefined:
      throw new CliError("no model version is named", exitCodes.invalid);
  }
}
