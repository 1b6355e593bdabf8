/** Is the lowest floor: what every room may import. */
const ground = ["concurrency", "config", "error", "retry-after", "tracing", "validation", "gen"];
const floor = ["package", "signature", "mlflow", "store"];
const trades = ["registry", "catalog", "event", "delivery", "identity"];

/**
 * Says which rooms each room of `src/` may import: those below it, and of its own floor only
 * what is named. A room is a folder, or one of the files
 * `main.ts`, `concurrency.ts`, `error.ts`, `retry-after.ts`, `tracing.ts` and `validation.ts`.
 * `gen` is the generated code, imported as `#gen/…`; `client` is `clients/typescript/src`, which the
 * command is a user of as any other.
 */
export const rooms: Record<string, string[]> = {
  main: ["cli", "server", "rpc", ...trades, ...floor, ...ground],
  cli: ["client", "server", "telemetry", "rpc", ...trades, ...floor, ...ground, "local-mlflow"],
  server: ["telemetry", "rpc", ...trades, ...floor, ...ground],
  telemetry: [...trades, ...floor, ...ground],
  rpc: [...trades, ...floor, ...ground],
  registry: ["catalog", "event", "identity", ...floor, ...ground],
  catalog: ["event", "identity", ...floor, ...ground],
  delivery: ["event", ...floor, ...ground],
  event: ["identity", ...floor, ...ground],
  identity: ["store", ...ground],
  package: ["signature", ...ground],
  signature: [...ground],
  mlflow: [...ground],
  store: [...ground],
  "local-mlflow": ["config", "error"],
  concurrency: [],
  "retry-after": [],
  tracing: [],
  config: ["error"],
  validation: ["error"],
  error: ["gen"],
};

/** Names the rooms that do no input or output. */
export const pureRooms = ["package", "signature"];

/** Names the npm packages that a pure room may import: they do no input or output either. */
export const purePackages = ["@bufbuild/protobuf", "yaml", "zod"];

/** Matches the modules of Node that reach a network, a disk or another process. */
export const impureModules =
  /^node:(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|process|repl|sqlite|tls|worker_threads)(\/|$)/;
