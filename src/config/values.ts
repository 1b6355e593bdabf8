import { z } from "zod";

/** A setting, as the environment says it. */
export interface Setting<T extends z.ZodType = z.ZodType> {
  /** Reads its text, and says what would be right where it is something else. */
  schema: T;
  /** What it is for, in half a sentence. */
  says: string;
  /** What holds where it is not set, in words where the schema has no default. */
  byDefault?: string;
  /** The text that its default is read from, where that is read into something else. */
  defaultText?: string;
  /**
   * Whether it is shown to nobody; "url" where what is secret of it is the password within a URL.
   * Such a setting can stand in a file, which `<NAME>_FILE` names.
   */
  secret?: true | "url";
}

export const DAY_MS = 86_400_000;

const LAST_PORT = 65_535;

/** Reads `host:port`. */
export const listenAddress = z
  .string()
  .regex(/^(\[[0-9a-fA-F:.]+\]|[^\s:/]+):\d{1,5}$/, "expected host:port, such as 127.0.0.1:8080")
  .refine(
    (address) => Number(address.slice(address.lastIndexOf(":") + 1)) <= LAST_PORT,
    `expected a port up to ${LAST_PORT}`,
  );

/** Reads a whole number between two. What is blank is none: JavaScript itself takes it for 0. */
export const wholeNumber = (least: number, most: number) => {
  const error = `expected a whole number from ${least} to ${most}`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,16}$/, error)
    .transform(Number)
    .pipe(z.number().min(least, error).max(most, error));
};

/** Reads yes and no as MLflow's client does: `true`, `false`, `1` or `0`, in any case. */
export const mlflowBoolean = z
  .string()
  .toLowerCase()
  .pipe(z.enum(["true", "false", "1", "0"], "expected true, false, 1 or 0"))
  .transform((text) => text === "true" || text === "1");

/** Reads an http or https URL. */
export const httpUrl = z.url({ protocol: /^https?$/, error: "expected an http or https URL" });

/** A key as MODELWIRE_SECRET_KEYS says it. */
export interface SecretKeySetting {
  id: string;
  key: Uint8Array;
}

/**
 * Parses what MODELWIRE_SECRET_KEYS says, `<id>:<base64 of 32 bytes>,…`; undefined where it is
 * something else.
 */
export function parseSecretKeys(text: string): SecretKeySetting[] | undefined {
  const keys = text.split(",").map((one) => {
    const [id = "", base64 = "", ...rest] = one.trim().split(":");
    const key = new Uint8Array(Buffer.from(base64, "base64"));
    return { id, key, right: /^[\w-]{1,32}$/.test(id) && key.length === 32 && rest.length === 0 };
  });
  const ids = new Set(keys.map(({ id }) => id));
  if (ids.size < keys.length || !keys.every(({ right }) => right)) return undefined;
  return keys.map(({ id, key }) => ({ id, key }));
}

/** Reads the keys that secrets are kept with. */
export const secretKeys = z.string().transform((text, context) => {
  const keys = parseSecretKeys(text);
  if (keys) return keys;
  const message =
    "expected <id>:<base64 of 32 bytes>, comma-separated, each with an id of its own of 1 to 32 letters, digits, - and _; make one with: openssl rand -base64 32";
  // Without `input`: keys are in no error.
  context.issues.push({ code: "custom", message, input: undefined });
  return z.NEVER;
});
