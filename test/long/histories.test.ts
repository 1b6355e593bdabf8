import { test } from "vitest";
import { playHistories } from "../support/play-histories.ts";

const MINUTES = 60_000;

test(
  "forty histories leave the index as MLflow is, with every change announced once",
  () => playHistories(40, 40),
  15 * MINUTES,
);

test(
  "twenty histories of which three steps at a time happen at once do too",
  () => playHistories(20, 40, 3),
  15 * MINUTES,
);
