/** Holds one thing that is wrong, in the parts of the sentence that tells it. */
export interface Finding {
  /** The file, with a line where one is known: `proto/…/event.proto:24`. */
  where: string;
  /** What broke, naming the file, message, field or RPC in full. */
  broke: string;
  /** Who would notice it, and how. */
  noticed: string;
  /** What to do instead. */
  mend: string;
}

/** Tells a finding in one line: where, what broke, who would notice, what to do instead. */
export function sentence(finding: Finding): string {
  return `${finding.where}: ${finding.broke}: ${finding.noticed}; ${finding.mend}`;
}
