import { z } from "zod";
import { nearestName } from "./nearest-name.ts";
import { fileVariable, readSecretFiles, secretNames } from "./secret-files.ts";
import { isServiceLink } from "./service-links.ts";
import { settings, type Values } from "./settings.ts";

const schema = z.object(
  Object.fromEntries(Object.entries(settings).map(([key, one]) => [key, one.schema])),
);

/** Says which settings are wrong, a line each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The settings as far as they can be read. */
export interface ReadValues {
  /** Undefined where anything is wrong. */
  values: Values | undefined;
  /** What is wrong, a line each. */
  wrong: string[];
}

/**
 * Reads every setting from environment variables, and from the files that they name.
 *
 * @throws ConfigError naming every variable that is wrong and what would be right.
 */
export function readValues(environment: Record<string, string | undefined>): Values {
  const { values, wrong } = tryReadValues(environment);
  if (!values) throw new ConfigError(wrong.join("\n"));
  return values;
}

/** Reads every setting as {@link readValues} does, and gives what is wrong instead of throwing it. */
export function tryReadValues(environment: Record<string, string | undefined>): ReadValues {
  // An empty variable is how shells and compose files say "not set".
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const files = readSecretFiles(set);
  const known = [...Object.keys(settings), ...secretNames.map(fileVariable)];
  const unknown = Object.entries(set)
    .filter(([key, value]) => key.startsWith("MODELWIRE_") && !isServiceLink(key, value))
    .map(([key]) => key)
    .filter((key) => !known.includes(key));
  const read = schema.safeParse({ ...set, ...files.values });
  const wrong = (read.error?.issues ?? []).map((i) => `${i.path.join(".")}: ${i.message}`);
  wrong.push(
    ...files.wrong,
    ...unknown.map((key) => `${key}: no such setting; did you mean ${nearestName(key, known)}?`),
  );
  if (wrong.length > 0 || !read.success) return { values: undefined, wrong };
  // Its shape is made of the settings themselves, which the compiler cannot see.
  return { values: read.data as Values, wrong };
}
