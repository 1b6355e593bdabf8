import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

const withLongTests = process.env.MODELWIRE_TEST_LONG === "1";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "clients/typescript/**/*.test.ts", "test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(withLongTests ? [] : ["test/long/**"])],
    globalSetup: ["test/support/global-setup.ts"],
    // All files share one MLflow with one worker: more at once would only wait for it.
    maxWorkers: 2,
    // Half of what a process of Modelwire takes to start is to strip types: once is enough.
    env: {
      NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/modelwire-test"),
    },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
