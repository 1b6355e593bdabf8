import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A fenced block of a page. */
export interface Block {
  /** As the fence names it; empty where it names none. */
  language: string;
  text: string;
  /** Line of the page that the block begins on, from 1. */
  line: number;
  /** Why it is not run, where a comment before it says so: `<!-- not run: … -->`. */
  notRun?: string;
  /** The file whose tests run it, where a comment before it says so: `<!-- in … -->`. */
  in?: string;
  /** What it prints: a block without a language that comes next, with nothing between. */
  output?: string;
}

const fence = /(?:^<!-- (not run: |in )([^\n]+?) -->\n\n)?^```(\w*)\n(.*?)^```$/gms;

/** Reads the fenced blocks of a page, in order. */
export async function readBlocks(page: string): Promise<Block[]> {
  const text = await readFile(`${root}/${page}`, "utf8");
  const blocks: Block[] = [];
  let end = -1;
  for (const match of text.matchAll(fence)) {
    const [all, kind, said = "", language = "", content = ""] = match;
    const before = blocks.at(-1);
    if (before && language === "" && text.slice(end, match.index).trim() === "") {
      before.output = content.trim();
    }
    end = match.index + all.length;
    blocks.push({
      language,
      text: content.trimEnd(),
      line: text.slice(0, match.index).split("\n").length,
      ...(kind === "not run: " && { notRun: said }),
      ...(kind === "in " && { in: said }),
    });
  }
  return blocks;
}

/** A command that a page shows, with what it shows of the output. */
export interface ShownCommand {
  command: string;
  output: string;
}

/** Reads the commands of a `console` block: each begins with `$ `. */
export function shownCommands({ text }: Block): ShownCommand[] {
  return text
    .split(/^\$ /m)
    .filter((part) => part !== "")
    .map((part) => {
      const [, command = "", output = ""] = /^((?:.*\\\n)*.*)\n?([\s\S]*)$/.exec(part) ?? [];
      return { command, output: output.trim() };
    });
}

/** Tells which paragraphs of a block are not in a file, however far they are indented there. */
export async function missingParts(block: Block, file: string): Promise<string[]> {
  const content = withoutIndent(await readFile(`${root}/${file}`, "utf8"));
  return block.text
    .split("\n\n")
    .filter((part) => part.trim() !== "..." && !content.includes(withoutIndent(part)));
}

function withoutIndent(text: string): string {
  return text.replace(/^[\t ]+/gm, "").trim();
}

/** Takes out what is another one each time: ids, secrets, digests, times, ports. */
export function normal(text: string): string {
  return text
    .replaceAll(/\b(m-|evt_|ep_|dlv_)?[0-9a-f]{32,64}\b/g, "$1#")
    .replaceAll(/\bwhsec_[A-Za-z0-9+/]+=*/g, "whsec_#")
    .replaceAll(/\bin \d+ ms\b/g, "in # ms")
    .replaceAll(/\b\d{4}-\d\d-\d\d\b/g, "date")
    .replaceAll(/\b\d\d:\d\d:\d\d(?=\b|Z)/g, "time")
    .replaceAll(/\(\d+ s ago\)/g, "(ago)")
    .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:port")
    .trim();
}

/** What later commands of a page name again after an earlier one has printed it. */
const named = /\b(?:(?:ep|dlv)_[0-9a-f]{32}\b|whsec_[A-Za-z0-9+/]{43}=)/g;

/** Pairs what a page shows of an output with what stands there on this machine, in order. */
export function pairNames(shown: string, real: string): [string, string][] {
  const there = real.match(named) ?? [];
  return (shown.match(named) ?? []).flatMap((name, i) => {
    const other = there[i];
    return other === undefined ? [] : [[name, other]];
  });
}
