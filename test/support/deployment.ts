import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { parseAllDocuments } from "yaml";
import { type Config, readConfig } from "../../src/config/config.ts";
import { fileVariable, secretNames } from "../../src/config/secret-files.ts";
import { settings } from "../../src/config/settings.ts";
import { buildContext } from "./dockerfile.ts";

/** Where the files for deploying are. */
export const deployFolder = join(buildContext, "deploy");

/** Reads every document of a YAML file of `deploy/`, refusing keys that are given twice. */
export async function readYaml(name: string): Promise<Record<string, unknown>[]> {
  const documents = parseAllDocuments(await readFile(join(deployFolder, name), "utf8"), {
    uniqueKeys: true,
    strict: true,
  });
  return documents.map((document) => {
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw new Error(`${name}: ${problem.message}`);
    return document.toJS() as Record<string, unknown>;
  });
}

/**
 * Makes the secrets that the Compose file mounts, in a folder.
 *
 * @param path where commands are looked for
 * @throws Error where the script does not end well
 */
export async function makeSecrets(folder: string, path = process.env.PATH): Promise<void> {
  const script = join(deployFolder, "make-secrets.sh");
  await promisify(execFile)(script, [folder], { env: { ...process.env, PATH: path } });
}

const known = new Set([...Object.keys(settings), ...secretNames.map(fileVariable)]);

/**
 * Reads the settings of an environment as a server does, the files of secrets found in a folder of
 * the test's.
 *
 * @param secretFolder what stands for the folder that the files are mounted in
 * @throws Error where one is no setting of the server, or has no valid value
 */
export function configOfDeployment(
  environment: Record<string, string>,
  secretFolder: { mounted: string; here: string },
): Config {
  const own = Object.entries(environment).map(([name, value]) => {
    if (!known.has(name)) throw new Error(`${name} is no setting`);
    return [name, value.replace(secretFolder.mounted, secretFolder.here)];
  });
  return readConfig(Object.fromEntries(own));
}
