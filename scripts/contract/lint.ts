import { type BufFinding, buf } from "./buf.ts";
import type { Finding } from "./finding.ts";

// Stated here and not taken from buf.yaml, so that an exception there loosens nothing.
const config = JSON.stringify({
  version: "v2",
  lint: { use: ["STANDARD", "COMMENTS"], disallow_comment_ignores: true },
});

/**
 * Runs buf's lint over an image. Missing comments are left to `checkComments`, which knows what a
 * release said.
 */
export async function checkLint(root: string, image: string): Promise<Finding[]> {
  const found = await buf(root, ["lint", image, "--config", config, "--error-format", "json"]);
  return found
    .filter(({ type }) => !type.startsWith("COMMENT_"))
    .map(({ path, start_line, type, message }) => ({
      where: path === undefined ? "proto" : `proto/${path}:${start_line}`,
      broke: message.replace(/\.$/, ""),
      noticed: "the name or shape stays with every client from the release on",
      mend: `follow buf's rule ${type}`,
    }));
}

/** Tells of what does not compile. Nothing else can be checked then. */
export function uncompiled({ path, start_line, message }: BufFinding): Finding {
  return {
    where: path === undefined ? "proto" : `${path}:${start_line}`,
    broke: message.replace(/\.$/, ""),
    noticed: "nothing can be generated, and no other check of the contract could run",
    mend: "correct it and run this again",
  };
}
