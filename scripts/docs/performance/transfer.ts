import { measured, nameOf, rowsOf } from "./results.ts";
import type { Section } from "./section.ts";

const SHARE_OF_DIRECT = 0.9;

/** Files up and down. */
export const transfer: Section = {
  benchmark: "transfer",
  title: "Large files, up and down",
  asks: `How fast does a large file get to MLflow and back, through Modelwire with every digest checked,
against direct PUT and GET at MLflow's artifact proxy? And what does the server compute and hold for
it? Rows "encoded before" have a client that sends bytes that were encoded before: client, server
and MLflow share the cores here, so what a client computes as it sends weighs as much as the
server.`,
  aims: (result) => [
    {
      asks: "a file goes up at no less than 0.9 of the speed of a direct PUT",
      bound: { atLeast: SHARE_OF_DIRECT },
      cases: rowsOf(result, "Up").map((row) => ({
        name: nameOf(row),
        value: measured(row, "÷ direct"),
      })),
    },
  ],
  means:
    () => `The server passes chunks on as they come: what it holds does not grow with the file. A
download is asked of MLflow's endpoint for the files of a logged model, and the direct GET is of the
artifact proxy, as MLflow's own client makes it: there MLflow sends a file line by line, which is slow
for one that has many.`,
};
