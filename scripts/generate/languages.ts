import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installGo, installJava, installPython, installRust } from "./plugins.ts";

/** A language of which the clients' code is generated. */
export interface Language {
  name: "typescript" | "go" | "python" | "java" | "rust";
  /** The folders that hold nothing but generated code, from the root. */
  folders: string[];
  /** What has to be on the PATH to install the plugins. */
  commands: string[];
  /** Files that say which versions of the plugins are wanted, from the root. */
  pins: string[];
  /** Installs the plugins into a folder. Undefined where npm has done so. */
  install?: (root: string, folder: string) => Promise<void>;
}

/** The languages, by what most readers look for first. */
export const languages: readonly Language[] = [
  { name: "typescript", folders: ["clients/typescript/gen"], commands: [], pins: [] },
  {
    name: "python",
    folders: ["access", "event", "registry", "webhook"].map(
      (name) => `clients/python/src/modelwire/${name}`,
    ),
    commands: ["python3"],
    pins: ["clients/python/generate.txt"],
    install: installPython,
  },
  {
    name: "go",
    folders: ["clients/go/gen"],
    commands: ["go"],
    pins: ["clients/go/go.mod"],
    install: installGo,
  },
  {
    name: "java",
    folders: ["clients/java/src/generated/java"],
    commands: ["mvn", "java"],
    pins: ["scripts/generate/plugins.ts"],
    install: installJava,
  },
  {
    name: "rust",
    folders: ["clients/rust/src/gen"],
    commands: ["cargo"],
    pins: ["clients/rust/Cargo.lock", "clients/rust/generate/src/main.rs"],
    install: installRust,
  },
];

/** Finds a language by its name. @throws Error that names those there are */
export function findLanguage(name: string): Language {
  const found = languages.find((language) => language.name === name);
  if (found) return found;
  const names = languages.map((language) => language.name).join(", ");
  throw new Error(`${name} is no language of the clients: there are ${names}`);
}

/** Names a command that the language needs and that is not on the PATH; undefined if none. */
export async function missingCommand({ commands }: Language): Promise<string | undefined> {
  return commands.find((command) => {
    const argument = command === "go" ? "version" : "--version";
    return spawnSync(command, [argument], { stdio: "ignore" }).status !== 0;
  });
}

/** Gives the folder of a language's plugins; another one where other versions are wanted. */
export function pluginFolder(root: string, { name, pins }: Language): string {
  const hash = createHash("sha256");
  for (const pin of pins) hash.update(readFileSync(join(root, pin)));
  // A virtual environment works only where it was made.
  if (name === "python") hash.update(root);
  const stamp = hash.digest("hex").slice(0, 12);
  return join(root, "node_modules", ".cache", "modelwire-plugins", `${name}-${stamp}`);
}

/** Tells whether the plugins of a language are installed. */
export function isInstalled(root: string, language: Language): boolean {
  return !language.install || existsSync(pluginFolder(root, language));
}
