import { ConnectError } from "@connectrpc/connect";
import { messageOf } from "../error.ts";
import { commandName, plain } from "./output.ts";

/**
 * Gives the command line of this very process, for people to repeat, with `option` and its value
 * added where it was not given.
 */
export function repeatCommand(option: string, value: string): string {
  const given = process.argv.slice(2);
  const has = given.some((word) => word === option || word.startsWith(`${option}=`));
  const words = has ? given : [...given, option, value];
  const quoted = words.map((word) =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  return `${commandName} ${quoted.map(plain).join(" ")}`;
}

/** Shows on a terminal that and why it waits; each line takes the place of the one before. */
export function showWait(error: unknown, delayMs: number): void {
  if (!process.stderr.isTTY) return;
  const reason = error instanceof ConnectError ? error.rawMessage : messageOf(error);
  const seconds = Math.ceil(delayMs / 1000);
  process.stderr.write(`\r\x1b[K${plain(reason)}; trying again in ${seconds} s`);
}

/** Clears what {@link showWait} showed. */
export function clearWait(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
}
