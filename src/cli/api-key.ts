import { readFileSync } from "node:fs";
import { messageOf } from "../error.ts";
import { invalid } from "./error.ts";

/**
 * Finds the API key to call with: in the file that an option names, else in MODELWIRE_API_KEY or
 * the file that MODELWIRE_API_KEY_FILE names; undefined where there is none of them. No option
 * takes it itself, since everybody on the machine can see what a process was started with.
 *
 * @throws CliError where the file cannot be read, or what is found is no key; it is not repeated
 */
export function findApiKey(file: string | undefined): string | undefined {
  const found = file === undefined ? keyOfEnvironment() : [readKey(file, "--api-key-file"), file];
  if (found === undefined) return undefined;
  const [key, where] = found;
  if (key && /^[\x21-\x7e]+$/.test(key)) return key;
  throw invalid(`${where}: expected an API key, as keys create prints it`);
}

/** Finds the key that the environment has, and where. */
function keyOfEnvironment(): readonly [key: string, where: string] | undefined {
  const { MODELWIRE_API_KEY: key, MODELWIRE_API_KEY_FILE: file } = process.env;
  // An empty variable is how shells and compose files say "not set".
  if (key?.trim() && file) {
    throw invalid("MODELWIRE_API_KEY_FILE: MODELWIRE_API_KEY is set too: give one of the two");
  }
  if (file) return [readKey(file, "MODELWIRE_API_KEY_FILE"), file];
  return key?.trim() ? [key.trim(), "MODELWIRE_API_KEY"] : undefined;
}

function readKey(file: string, setting: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw invalid(`${setting}: ${file} cannot be read: ${messageOf(error)}`);
  }
}
