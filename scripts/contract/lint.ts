import { buf } from "./buf.ts";
import type { Finding } from "./finding.ts";

/**
 * Runs `buf lint`. What does not compile comes alone, as nothing else can be checked then.
 * Missing comments are left to `checkComments`, which knows what a release said.
 */
export async function checkLint(root: string): Promise<{ findings: Finding[]; compiles: boolean }> {
  const found = await buf(root, ["lint", "--error-format", "json"]);
  const findings = found
    .filter(({ type }) => !type.startsWith("COMMENT_"))
    .map(({ path, start_line, type, message }) => ({
      where: path === undefined ? "proto" : `${path}:${start_line}`,
      broke: message.replace(/\.$/, ""),
      noticed:
        type === "COMPILE"
          ? "nothing can be generated, and no other check of the contract could run"
          : "the name or shape stays with every client from the release on",
      mend: type === "COMPILE" ? "correct it and run this again" : `follow buf's rule ${type}`,
    }));
  return { findings, compiles: !found.some(({ type }) => type === "COMPILE") };
}
