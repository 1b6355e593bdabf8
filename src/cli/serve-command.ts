import type { Command } from "commander";
import { invalid } from "./error.ts";
import { parsePort } from "./option-values.ts";
import { commandName } from "./output.ts";

interface ServeOptions {
  localMlflow?: boolean;
  mlflowVersion?: string;
  mlflowPort?: number;
}

/** Adds `serve`, which runs the server until it is told to stop. */
export function addServe(program: Command): void {
  program
    .command("serve")
    .description("Run the server. Its settings are environment variables.")
    .option("--local-mlflow", "start an MLflow of its own, unless MLFLOW_TRACKING_URI is set")
    .option("--mlflow-version <version>", "version of the local MLflow, such as 3.4.0")
    .option("--mlflow-port <port>", "port of the local MLflow; 0 for any that is free", parsePort)
    .configureHelp({ showGlobalOptions: false })
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} serve --local-mlflow
  MLFLOW_TRACKING_URI=https://mlflow.example.com ${commandName} serve`,
    )
    .action(async (options: ServeOptions) => {
      const { localMlflow = false, ...local } = options;
      const [needless] = Object.keys(local);
      if (!localMlflow && needless !== undefined) {
        const option = needless === "mlflowPort" ? "--mlflow-port" : "--mlflow-version";
        throw invalid(`${option} is for --local-mlflow: give both or none`);
      }
      // Imported here, so that the commands that only call a server start fast.
      const [{ runServe }, { ConfigError }] = await Promise.all([
        import("./serve.ts"),
        import("../config/read-values.ts"),
      ]);
      try {
        await runServe({ localMlflow, ...local });
      } catch (error) {
        throw error instanceof ConfigError ? invalid(error.message) : error;
      }
    });
}
