import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type DescMessage,
  type DescMethod,
  type FileRegistry,
  fromJson,
  type JsonObject,
  type JsonValue,
  type Message,
} from "@bufbuild/protobuf";
import { z } from "zod";
import { type ApiContract, kebab } from "./contract.ts";

/**
 * The folder of the examples, from the root: a file for each RPC, named after it, and beside it
 * those of further examples: `register-baseline.mlflow-uri.json`.
 */
export const examplesFolder: string = join("docs", "api", "examples");

/** An example call of an RPC, which every language's code is written from. */
export interface Example {
  method: DescMethod;
  /** The RPC's name, and for a further example what sets it apart: `RegisterBaseline.mlflow-uri`. */
  name: string;
  /** What a further example shows. Unset for the first of an RPC. */
  title?: string;
  /** Names of the examples that come before, since this one needs what they leave or answer. */
  after: string[];
  /** The requests as JSON: one, or for a stream of them several. */
  requests: JsonObject[];
  /** The same as messages. */
  messages: Message[];
  /** What is answered, as JSON and only in part: one message, or the first of a stream. */
  answers: JsonObject[];
  /** Whether the stream of answers does not end by itself: an example reads the first one. */
  endless: boolean;
}

const object = z.record(z.string(), z.json());
const schema = z.strictObject({
  title: z.string().optional(),
  after: z.array(z.string()).default([]),
  request: object.optional(),
  requests: z.array(object).optional(),
  answer: object.optional(),
  answers: z.array(object).optional(),
  endless: z.boolean().default(false),
});

/**
 * Reads the examples, in an order in which each finds what it needs.
 *
 * @throws Error where an RPC has none, where one is of no RPC, or does not fit the contract
 */
export async function readExamples(root: string, contract: ApiContract): Promise<Example[]> {
  const methods = contract.services.flatMap((service) => service.methods);
  const files = new Set((await readdir(join(root, examplesFolder))).sort());
  const examples: Example[] = [];
  for (const method of methods) {
    const first = `${kebab(method.name)}.json`;
    if (!files.has(first)) {
      throw new Error(`${join(examplesFolder, first)} is not there: every RPC has an example`);
    }
    const further = [...files].filter(
      (file) => /^([^.]+)\.[^.]+\.json$/.exec(file)?.[1] === kebab(method.name),
    );
    for (const file of [first, ...further]) {
      files.delete(file);
      const path = join(examplesFolder, file);
      const text = await readFile(join(root, path), "utf8");
      const name = file.replace(kebab(method.name), method.name).replace(/\.json$/, "");
      try {
        examples.push(readExample(contract.registry, method, name, JSON.parse(text)));
      } catch (cause) {
        throw new Error(`${path}: ${cause instanceof Error ? cause.message : cause}`, { cause });
      }
    }
  }
  for (const file of files) throw new Error(`${join(examplesFolder, file)} is of no RPC`);
  return inOrder(examples);
}

function readExample(
  registry: FileRegistry,
  method: DescMethod,
  name: string,
  json: unknown,
): Example {
  const data = schema.parse(json);
  if ((data.title === undefined) !== (name === method.name)) {
    throw new Error("title must be set where there is another example of the RPC, and there alone");
  }
  const sends = method.methodKind === "client_streaming" || method.methodKind === "bidi_streaming";
  const answersMany = method.methodKind === "server_streaming";
  const requests = sends ? data.requests : data.request && [data.request];
  const answers = answersMany ? data.answers : data.answer && [data.answer];
  if (!requests) throw new Error(`${sends ? "requests" : "request"} must be set`);
  if (!answers) throw new Error(`${answersMany ? "answers" : "answer"} must be set`);
  const read = (desc: DescMessage, message: JsonValue) => fromJson(desc, message, { registry });
  for (const answer of answers) read(method.output, answer);
  return {
    method,
    name,
    ...(data.title !== undefined && { title: data.title }),
    after: data.after,
    requests: requests as JsonObject[],
    messages: requests.map((request) => read(method.input, request as JsonObject)),
    answers: answers as JsonObject[],
    endless: data.endless,
  };
}

/** Keeps to the order of the contract as far as `after` lets it. */
function inOrder(examples: Example[]): Example[] {
  const byName = new Map(examples.map((example) => [example.name, example]));
  const ordered = new Set<Example>();
  const visit = (example: Example, on: readonly Example[]) => {
    if (ordered.has(example)) return;
    if (on.includes(example)) {
      const circle = [...on, example].map(({ name }) => name).join(", ");
      throw new Error(`these examples come after one another: ${circle}`);
    }
    for (const name of example.after) {
      const before = byName.get(name);
      if (!before) throw new Error(`${example.name} comes after ${name}, which is no example`);
      visit(before, [...on, example]);
    }
    ordered.add(example);
  };
  for (const example of examples) visit(example, []);
  return [...ordered];
}
