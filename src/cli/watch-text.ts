import type { ConnectError } from "@connectrpc/connect";
import { note, plain } from "./output.ts";

/** Tells the person at the terminal what becomes of the connection of a watch. */
export const toldOnTerminal = {
  onLost: (error: ConnectError) =>
    note(`lost the server: ${plain(error.rawMessage)}; trying again`),
  onFoundAgain: () => note("connected again"),
};
