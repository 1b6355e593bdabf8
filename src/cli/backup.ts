import type { Command } from "commander";
import type { Config } from "../config/config.ts";
import { invalid } from "./error.ts";
import { commandName, fields, print } from "./output.ts";

/** Adds `backup`, which copies the SQLite database of this environment while it is used. */
export function addBackup(program: Command): void {
  program
    .command("backup")
    .description(
      "Copy the SQLite database that the settings here name, and the key of its secrets, while a server uses them. For PostgreSQL, use its own pg_dump.",
    )
    .argument("<folder>", "where to, made where it is not there; nothing in it is overwritten")
    .configureHelp({ showGlobalOptions: false })
    .addHelpText("after", `\nExample:\n  ${commandName} backup /backups/2026-03-01`)
    .action(async (folder: string) => {
      // Imported here, so that the commands that only call a server start fast.
      const [{ readConfig }, { ConfigError }, { writeBackup }] = await Promise.all([
        import("../config/config.ts"),
        import("../config/read-values.ts"),
        import("./backup-files.ts"),
      ]);
      let config: Config;
      try {
        config = readConfig(process.env);
      } catch (error) {
        throw error instanceof ConfigError ? invalid(error.message) : error;
      }
      if (!config.databaseUrl.startsWith("sqlite:")) {
        throw invalid("DATABASE_URL: expected sqlite:<path>; back PostgreSQL up with pg_dump");
      }
      const { database, key } = writeBackup(config.databaseUrl.slice("sqlite:".length), folder);
      print(
        fields([
          ["database", database],
          ["key", key ?? "none: MODELWIRE_SECRET_KEYS has it, or nothing was sealed yet"],
        ]),
      );
    });
}
