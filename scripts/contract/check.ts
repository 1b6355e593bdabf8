import { findLanguage } from "../generate/languages.ts";
import { checkDeclared } from "./declared.ts";
import type { Finding } from "./finding.ts";
import { checkGenerated } from "./generated.ts";

/** Holds what the gate found, nothing where the contract may be used as it is. */
export interface ContractCheck {
  findings: Finding[];
  /** How many released images the contract was compared with. */
  releases: number;
}

/**
 * Checks the contract in `proto/` by itself, against every release, and against the generated
 * code. All findings come at once.
 *
 * @param retiring versions whose images are to go, and count no longer
 */
export async function checkContract(root: string, retiring: string[] = []): Promise<ContractCheck> {
  const { findings, releases, compiles } = await checkDeclared(root, retiring);
  const generated = compiles ? await checkGenerated(root, findLanguage("typescript")) : [];
  return { findings: [...findings, ...generated], releases };
}
