import { readFileSync } from "node:fs";
import { messageOf } from "../error.ts";
import { settings } from "./settings.ts";
import type { Setting } from "./values.ts";

/** Lists the settings that can stand in a file, as containers are given their secrets. */
export const secretNames: readonly string[] = Object.entries<Setting>(settings)
  .filter(([, { secret }]) => secret !== undefined)
  .map(([name]) => name);

/** Gives the variable that names the file of a secret setting. */
export function fileVariable(name: string): string {
  return `${name}_FILE`;
}

/** The secret settings that stand in files. */
export interface SecretFiles {
  /** What each file holds, by the setting's name, without the line's end. */
  values: Record<string, string>;
  /** The path of each file, by the setting's name. */
  paths: Record<string, string>;
  /** What is wrong, a line each. */
  wrong: string[];
}

/** Reads the files that `<NAME>_FILE` variables name for secret settings. */
export function readSecretFiles(environment: Record<string, string | undefined>): SecretFiles {
  const found: SecretFiles = { values: {}, paths: {}, wrong: [] };
  for (const name of secretNames) {
    const variable = fileVariable(name);
    const path = environment[variable];
    if (!path) continue;
    found.paths[name] = path;
    if (environment[name]) {
      found.wrong.push(`${variable}: ${name} is set too: give one of the two`);
      continue;
    }
    try {
      const value = readFileSync(path, "utf8").replace(/[\r\n]+$/, "");
      if (value) found.values[name] = value;
      else found.wrong.push(`${variable}: ${path} is empty`);
    } catch (error) {
      found.wrong.push(`${variable}: the file cannot be read: ${messageOf(error)}`);
    }
  }
  return found;
}
