import { z } from "zod";
import { parseScope, type ScopeName } from "./scope-name.ts";

/** What clients may do whose certificates have a name that the pattern matches. */
export interface CertificateRule {
  /** As it was written, for messages. */
  pattern: string;
  /** Matches the whole of a name. */
  matches: RegExp;
  scope: ScopeName;
  /** Beginnings of the names of models that they may register and change; none: all. */
  modelPrefixes: readonly string[];
}

const syntax =
  "expected <name>=<scope>, rules separated by ;, such as spiffe://example.org/pipelines/*=register:team_a_,team_b_;ops.example.org=admin";

/**
 * Parses rules for client certificates, the first that matches counting:
 * `<name>=<scope>[:<prefix>,…];…`. In a name, `*` stands for one or more characters of one part of
 * it: none of them is `/` in a URI, nor `.` in another name.
 *
 * @throws Error saying which rule is wrong, and what would be right
 */
export function parseCertificateAccess(text: string): CertificateRule[] {
  const rules = text.split(";").map((one) => one.trim());
  // A separator at the end is no mistake.
  if (rules.at(-1) === "") rules.pop();
  if (rules.length === 0) throw new Error(syntax);
  return rules.map(parseRule);
}

function parseRule(rule: string): CertificateRule {
  // A URI may have = in it; a scope and prefixes have none.
  const at = rule.lastIndexOf("=");
  const pattern = rule.slice(0, at).trim();
  if (at < 1 || pattern === "") throw new Error(`${syntax}, but found: ${rule}`);
  const [scopeText = "", ...rest] = rule.slice(at + 1).split(":");
  const scope = parseScope(scopeText);
  if (scope === undefined) {
    throw new Error(`expected the scope read, register or admin in: ${rule}`);
  }
  const modelPrefixes =
    rest.length === 0
      ? []
      : rest
          .join(":")
          .split(",")
          .map((prefix) => prefix.trim());
  if (modelPrefixes.includes("")) {
    throw new Error(`expected beginnings of names of models, comma-separated, after : in: ${rule}`);
  }
  if (modelPrefixes.length > 0 && scope !== "register") {
    throw new Error(`only the scope register takes beginnings of names of models: ${rule}`);
  }
  return { pattern, matches: expressionOf(pattern), scope, modelPrefixes };
}

function expressionOf(pattern: string): RegExp {
  const isUri = pattern.includes("://");
  const any = isUri ? "[^/]+" : "[^.]+";
  const source = pattern
    .split("*")
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"))
    .join(any);
  // Names of hosts are the same in capital letters; URIs are not.
  return new RegExp(`^${source}$`, isUri ? "" : "i");
}

/** Reads rules for client certificates. */
export const certificateAccess = z.string().transform((text, context) => {
  try {
    return parseCertificateAccess(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : syntax;
    context.issues.push({ code: "custom", message, input: text });
    return z.NEVER;
  }
});
