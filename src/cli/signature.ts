import type { Command } from "commander";
import { InferSignatureResponseSchema } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { SignatureComparisonSchema } from "#gen/modelwire/registry/v1/signature_comparison_pb.js";
import { createClients, type ServerOptions } from "./client.ts";
import { CliError, exitCodes } from "./error.ts";
import { parseModelRef } from "./model-ref.ts";
import { commandName, note, plain, print, printJson } from "./output.ts";
import { readExample, readSignature } from "./request-input.ts";

interface InferOptions extends ServerOptions {
  output?: string;
  params?: string;
}

/** Adds `signature`, which infers signatures and compares them. */
export function addSignature(program: Command): void {
  const signature = program
    .command("signature")
    .description("Infer a signature from examples, or compare two.");
  signature
    .command("infer")
    .description("Infer a signature as MLflow does. Nothing is registered.")
    .argument("<input>", "JSON file: an example of what the model takes")
    .option("--output <file>", "JSON file: an example of what the model gives")
    .option("--params <json>", "JSON object: parameters of inference with defaults")
    .option("--json", "print the answer as ProtoJSON")
    .addHelpText(
      "after",
      `
Example:
  ${commandName} signature infer leads.json --output scores.json`,
    )
    .action(async (input: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<InferOptions>();
      const answer = await createClients(options).registry.inferSignature({
        input: await readExample(input),
        ...(options.output !== undefined && { output: await readExample(options.output) }),
        paramsJson: options.params,
      });
      if (options.json) return printJson(InferSignatureResponseSchema, answer);
      const lines = answer.signature?.text.trim().split("\n") ?? [];
      print(lines.map(plain).join("\n"));
      for (const warning of answer.warnings) note(`warning: ${plain(warning)}`);
    });
  signature
    .command("compare")
    .description("Tell whether callers of one signature can call another. Exits with 4 where not.")
    .argument("<old>", "JSON file, or a model: uuid, name/version or name@alias")
    .argument("<next>", "what is to take its place, likewise")
    .option("--json", "print the comparison as ProtoJSON")
    .addHelpText(
      "after",
      `
Example:
  ${commandName} signature compare lead_scoring_baseline@production new-signature.json`,
    )
    .action(async (old: string, next: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServerOptions>();
      const { comparison } = await createClients(options).registry.compareSignatures({
        old: await sourceOf(old),
        next: await sourceOf(next),
      });
      if (!comparison) throw new CliError("the server answered nothing", exitCodes.failed);
      if (options.json) printJson(SignatureComparisonSchema, comparison);
      else {
        for (const { path, compatible, reason } of comparison.differences) {
          print(`${compatible ? "  " : "! "}${plain(path)}: ${plain(reason)}`);
        }
        print(comparison.compatible ? "compatible" : "not compatible");
      }
      if (!comparison.compatible) {
        throw new CliError("callers of the old signature would break", exitCodes.conflict);
      }
    });
}

async function sourceOf(text: string) {
  if (!text.endsWith(".json")) {
    return { source: { case: "version", value: parseModelRef(text) } } as const;
  }
  return { source: { case: "signature", value: await readSignature(text) } } as const;
}
