import { databaseUrlOf } from "./config.ts";
import { masked } from "./masked.ts";
import { tryReadValues } from "./read-values.ts";
import { readSecretFiles } from "./secret-files.ts";
import { settings } from "./settings.ts";
import type { Setting } from "./values.ts";

/** A setting as it is in force. */
export interface SettingInForce {
  name: string;
  /** Its text, what is secret masked; undefined where it is not set and nothing stands for it. */
  value: string | undefined;
  /** Where it came from. */
  source: "environment" | "file" | "default";
  /** The file, where it came from one. */
  path?: string;
  /** What holds where there is no value, in words. */
  byDefault?: string;
}

/**
 * Lists every setting as an environment makes it, also where some are wrong.
 *
 * @returns the settings in the order of their table, and what is wrong, a line each
 */
export function settingsInForce(environment: Record<string, string | undefined>): {
  settings: SettingInForce[];
  wrong: string[];
} {
  const files = readSecretFiles(environment);
  const { values, wrong } = tryReadValues(environment);
  const listed = Object.entries<Setting>(settings).map(([name, setting]): SettingInForce => {
    const given = environment[name];
    if (given) return { name, value: masked(setting, given), source: "environment" };
    const path = files.paths[name];
    const held = files.values[name];
    if (path !== undefined) {
      return { name, value: held && masked(setting, held), source: "file", path };
    }
    // The one default that another setting makes.
    const made = name === "DATABASE_URL" && values ? databaseUrlOf(values) : undefined;
    return {
      name,
      value: made ?? defaultOf(setting),
      source: "default",
      ...(setting.byDefault !== undefined && { byDefault: setting.byDefault }),
    };
  });
  return { settings: listed, wrong };
}

/** Gives what holds where a setting is not set, as its text; undefined where nothing does. */
export function defaultOf({ schema, defaultText }: Setting): string | undefined {
  if (defaultText !== undefined) return defaultText;
  const { data } = schema.safeParse(undefined);
  // What is read into something else than a value has its default in words.
  return data === undefined || typeof data === "object" ? undefined : String(data);
}
