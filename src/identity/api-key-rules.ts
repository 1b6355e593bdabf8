import { z } from "zod";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { invalidField } from "../error.ts";
import { check } from "../validation.ts";

const LONGEST_NAME = 100;
const MOST_PREFIXES = 50;
const LONGEST_PREFIX = 200;

/** What an API key lets its caller do, and what it is called. */
export interface ApiKeySettings {
  displayName: string;
  scope: Scope;
  modelPrefixes: readonly string[];
}

const rules = z
  .looseObject({
    displayName: text(LONGEST_NAME),
    scope: z
      .enum(Scope)
      .refine(
        (scope) => scope !== Scope.UNSPECIFIED,
        "expected SCOPE_READ, SCOPE_REGISTER or SCOPE_ADMIN",
      ),
    modelPrefixes: z
      .array(text(LONGEST_PREFIX))
      .max(MOST_PREFIXES, `expected at most ${MOST_PREFIXES}`),
  })
  .refine(({ scope, modelPrefixes }) => scope === Scope.REGISTER || modelPrefixes.length === 0, {
    path: ["modelPrefixes"],
    message: "expected none but with SCOPE_REGISTER",
  });

function text(most: number) {
  const message = `expected 1 to ${most} characters without control characters`;
  return z
    .string()
    .refine((one) => one !== "" && [...one].length <= most && !/\p{Cc}/u.test(one), message);
}

/** Checks what an API key is to be. @throws ModelwireError INVALID_FIELD */
export function checkSettings(settings: ApiKeySettings): void {
  check(rules, settings);
}

/** Checks when an API key is to expire. @throws ModelwireError INVALID_FIELD */
export function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined || expiresAt > now) return;
  throw invalidField("expiry_time", "expected a time to come");
}
