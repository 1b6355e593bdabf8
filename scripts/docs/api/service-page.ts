import type { DescMethod, DescService } from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel as Idempotency } from "@bufbuild/protobuf/wkt";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { scopeOf } from "../../../src/rpc/scopes.ts";
import type { ApiContract, Page } from "./contract.ts";
import { writeCurl } from "./curl.ts";
import type { Example } from "./examples.ts";
import { writeJson } from "./json.ts";
import { createProse, type Prose } from "./prose.ts";
import { writePython } from "./python.ts";
import { describeType } from "./types-page.ts";
import { writeTypescript } from "./typescript.ts";

/** Makes the page of a service: each RPC with its messages and an example call. */
export function makeServicePage(
  contract: ApiContract,
  page: Page,
  service: DescService,
  examples: readonly Example[],
): string {
  const prose = createProse(contract, page.file);
  const options = { self: service.name, withReasons: true };
  const list = service.methods.map((method) => {
    const says = contract.commentOf(nameOf(method)).trim().split(/\.\s/)[0]?.replace(/\s+/g, " ");
    return `- [${method.name}](#${method.name.toLowerCase()}): ${says?.replace(/\.$/, "")}`;
  });
  return [
    `# ${service.name}`,
    ...prose.paragraphs(contract.commentOf(service.typeName), options),
    `Package \`${service.file.proto.package}\`, in [${service.file.name}.proto](../../proto/${service.file.name}.proto).`,
    list.join("\n"),
    ...service.methods.map((method) => describeMethod(contract, prose, method, examples)),
  ].join("\n\n");
}

function describeMethod(
  contract: ApiContract,
  prose: Prose,
  method: DescMethod,
  examples: readonly Example[],
): string {
  const comment = contract.commentOf(nameOf(method));
  const says = prose.paragraphs(comment, { self: method.name, withReasons: true });
  const errors = says.findIndex((paragraph) => paragraph.startsWith("Errors: "));
  const [failing = ""] = errors < 0 ? [] : says.splice(errors, 1);
  return [
    `## ${method.name}`,
    ...says,
    facts(method, failing),
    describeType(contract, prose, method.input, "###"),
    describeType(contract, prose, method.output, "###"),
    ...examples
      .filter((example) => example.method === method)
      .flatMap((example) => showExample(example, examples)),
  ].join("\n\n");
}

function facts(method: DescMethod, errors: string): string {
  const rows = [
    ["path", `\`POST /${method.parent.typeName}/${method.name}\``],
    ["kind", kinds[method.methodKind]],
    ["repeated", repeats[method.idempotency]],
    ["scope", scopeName(method)],
    ["errors", errors.replace(/^Errors: /, "").replace(/\.$/, "") || "none of its own"],
  ];
  return ["| | |", "| --- | --- |", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
}

const kinds: Record<DescMethod["methodKind"], string> = {
  unary: "one request, one answer",
  client_streaming: "a stream of requests, one answer",
  server_streaming: "one request, a stream of answers",
  bidi_streaming: "a stream of requests, a stream of answers",
};

const repeats: Record<Idempotency, string> = {
  [Idempotency.NO_SIDE_EFFECTS]: "at will: it changes nothing",
  [Idempotency.IDEMPOTENT]: "safely: idempotent",
  [Idempotency.IDEMPOTENCY_UNKNOWN]: "not safely: each call counts",
};

function scopeName(method: DescMethod): string {
  const scope = scopeOf(method);
  if (scope === undefined) throw new Error(`nobody has said the scope of ${method.name}`);
  const name = scope === Scope.UNSPECIFIED ? "any" : `\`${Scope[scope].toLowerCase()}\``;
  return `[${name}](../security.md#what-they-may-do)`;
}

function showExample(example: Example, all: readonly Example[]): string[] {
  const { method, title, after, answers } = example;
  const before = after.map((name) => {
    const further = all.find((one) => one.name === name && one.title !== undefined);
    return further ? `\`${further.method.name}\` (${further.title})` : `\`${name}\``;
  });
  const says =
    method.methodKind === "server_streaming"
      ? "The answers begin with, among other fields:"
      : "The answer has, among other fields:";
  const shown = answers.map((answer) => writeJson(answer)).join("\n");
  return [
    `**Example${title === undefined ? "" : `: ${title}`}**${before.length === 0 ? "" : `, after that of ${before.join(", ")}`}`,
    `\`\`\`sh\n${writeCurl(example)}\n\`\`\``,
    `\`\`\`python\n${writePython(example)}\n\`\`\``,
    `\`\`\`ts\n${writeTypescript(example)}\n\`\`\``,
    ...(shown === "{}" ? ["The answer is `{}`."] : [says, `\`\`\`json\n${shown}\n\`\`\``]),
  ];
}

function nameOf(method: DescMethod): string {
  return `${method.parent.typeName}.${method.name}`;
}
