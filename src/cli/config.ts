import type { Command } from "commander";
import type { SettingInForce } from "../config/in-force.ts";
import { invalid } from "./error.ts";
import { commandName, note, print, table } from "./output.ts";

/** Adds `config`, which tells what a server started here would be told by its environment. */
export function addConfig(program: Command): void {
  program
    .command("config")
    .description(
      "Show every setting that is in force here and where it came from, secrets masked. Ends with 2, and names every fault, where the server would refuse to start.",
    )
    .option("--json", "print JSON")
    .configureHelp({ showGlobalOptions: false })
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} config
  DATABASE_URL_FILE=/run/secrets/database-url ${commandName} config --json`,
    )
    .action(async ({ json }: { json?: boolean }) => {
      // Imported here, so that the commands that only call a server start fast.
      const [{ settingsInForce }, { NO_MLFLOW }] = await Promise.all([
        import("../config/in-force.ts"),
        import("../config/config.ts"),
      ]);
      const { settings, wrong } = settingsInForce(process.env);
      const faults = wrong.length > 0 ? wrong : await findFaults();
      if (json) print(JSON.stringify({ settings, faults }));
      else print(table(["SETTING", "VALUE", "FROM"], settings.map(row)));
      // No fault by itself: how the server is to be started is not known here.
      const mlflow = settings.find(({ name }) => name === "MLFLOW_TRACKING_URI");
      if (mlflow?.source === "default")
        note(`serve without --local-mlflow refuses this: ${NO_MLFLOW}`);
      if (faults.length > 0) throw invalid(faults.join("\n"));
    });
}

/** Lists what is wrong with settings that can be read, each for itself. */
async function findFaults(): Promise<string[]> {
  const [{ readConfig }, { ConfigError }, { configFaults }] = await Promise.all([
    import("../config/config.ts"),
    import("../config/read-values.ts"),
    import("../server/config-faults.ts"),
  ]);
  try {
    return await configFaults(readConfig(process.env));
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
}

function row({ name, value, source, path, byDefault }: SettingInForce): string[] {
  const shown = value ?? (byDefault ? `(${byDefault.replaceAll("`", "")})` : "");
  return [name, shown, path === undefined ? source : `file ${path}`];
}
