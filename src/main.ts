#!/usr/bin/env node
import { collectBuffersWithHeap } from "./cli/buffer-collection.ts";
import { keepCompiledCode } from "./cli/compile-cache.ts";

collectBuffersWithHeap();
keepCompiledCode();
// Not before: what is imported above is compiled already.
const { run } = await import("./cli/program.ts");
process.exitCode = await run(process.argv.slice(2));
