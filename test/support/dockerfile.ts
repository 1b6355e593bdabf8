import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DockerfileParser } from "dockerfile-ast";

/** The root of the repository, which is what the images are built from. */
export const buildContext = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** One instruction of a Dockerfile. */
export interface Instruction {
  /** In capitals, such as `RUN`. */
  keyword: string;
  /** Its flags, such as `{ from: "package" }`. */
  flags: Record<string, string>;
  /** What follows the flags, lines joined, without comments. */
  text: string;
  /** Where `text` is a JSON list of strings, those; otherwise its words. */
  words: string[];
}

/** One stage of a Dockerfile: what follows a FROM. */
export interface Stage {
  /** The name that later stages know it by. */
  name: string | undefined;
  image: string;
  instructions: Instruction[];
}

/** Reads a Dockerfile of `deploy/`, an instruction each, with its build arguments put in. */
export async function readDockerfile(name: string): Promise<Stage[]> {
  const text = await readFile(join(buildContext, "deploy", name), "utf8");
  const parsed = DockerfileParser.parse(text);
  const defaults = new Map(
    parsed
      .getInitialARGs()
      .map((arg) => [arg.getProperty()?.getName(), arg.getProperty()?.getValue()]),
  );
  const stages: Stage[] = [];
  for (const each of parsed.getInstructions()) {
    const instruction = readInstruction(each.getRange() ? each.getTextContent() : "");
    if (instruction.keyword === "FROM") {
      const [image = "", , as] = instruction.words;
      const given = image.replace(/^\$\{(\w+)\}$/, (_, arg) => defaults.get(arg) ?? "");
      stages.push({ name: as, image: given, instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function readInstruction(content: string): Instruction {
  const joined = content
    .split("\n")
    .filter((line) => !/^\s*#/.test(line))
    .join("\n")
    .replace(/\\\n\s*/g, " ")
    .trim();
  const [, keyword = "", rest = ""] = /^(\w+)\s+(.*)$/s.exec(joined) ?? [];
  const flags: Record<string, string> = {};
  const text = rest.replace(/^(?:--([\w-]+)=(\S+)\s+)+/, (all) => {
    for (const [, flag = "", value = ""] of all.matchAll(/--([\w-]+)=(\S+)/g)) flags[flag] = value;
    return "";
  });
  const words = text.startsWith("[") ? (JSON.parse(text) as string[]) : text.split(/\s+/);
  return { keyword: keyword.toUpperCase(), flags, text, words };
}

/** Gives the instructions of one kind. */
export function instructionsOf(stage: Stage | undefined, keyword: string): Instruction[] {
  return (stage?.instructions ?? []).filter((one) => one.keyword === keyword);
}

/** Gives what a stage's ENV instructions set. */
export function environmentOf(stage: Stage | undefined): Record<string, string> {
  const pairs = instructionsOf(stage, "ENV").flatMap(({ words }) => words);
  return Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s) as [string, string]));
}
