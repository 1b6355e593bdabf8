#!/usr/bin/env node
import { keepCompiledCode } from "./cli/compile-cache.ts";

keepCompiledCode();
// Not before: what is imported above is compiled already.
const { run } = await import("./cli/program.ts");
process.exitCode = await run(process.argv.slice(2));
