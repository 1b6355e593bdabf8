import { test } from "vitest";
import { playHistories } from "./support/play-histories.ts";

const MINUTES = 60_000;

test(
  "whatever is done through Modelwire or to MLflow directly, the index is what MLflow is, and every change is announced once",
  () => playHistories(5, 24),
  3 * MINUTES,
);

test(
  "what is done at the same time is told in an order in which it can have happened",
  () => playHistories(3, 24, 3),
  3 * MINUTES,
);
