import { createInterface } from "node:readline";
import { invalid } from "./error.ts";
import { plain } from "./output.ts";

/** Says whether there is somebody at a terminal to ask. @throws CliError where there is nobody */
export function requireTerminal(): void {
  if (process.stdin.isTTY && process.stderr.isTTY) return;
  throw invalid("there is no terminal to ask at whether to do this: give --yes");
}

/** Asks a question on the terminal. Only `y` and `yes` are yes; Ctrl-C and Ctrl-D are no. */
export async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await new Promise<string>((resolve) => {
      terminal.once("SIGINT", () => terminal.close());
      terminal.once("close", () => resolve(""));
      terminal.question(`${plain(question)} [y/N] `, resolve);
    });
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
