// Runs every check of the repository that is not a test: `npm run check`.
import { join } from "node:path";
import { runChecks } from "./check/run.ts";

if ((await runChecks(join(import.meta.dirname, ".."))) > 0) process.exitCode = 1;
