import { execFile } from "node:child_process";
import { cp, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const repository = fileURLToPath(new URL("../..", import.meta.url));
const modules = join(repository, "node_modules");

/**
 * Packs the TypeScript client, and makes a project that has installed it, as npm would, with what
 * it depends on and Express.
 *
 * @param folder an empty one; what is needed for packing is left there
 * @param sources folder whose files are copied into the project, from the root
 * @returns the project's folder
 */
export async function makeTypescriptProject(folder: string, sources: string): Promise<string> {
  const copy = join(folder, "repository", "clients", "typescript");
  await cp(join(repository, "clients", "typescript"), copy, { recursive: true });
  await cp(join(repository, "tsconfig.json"), join(folder, "repository", "tsconfig.json"));
  await symlink(modules, join(folder, "repository", "node_modules"));
  await execute(join(modules, ".bin", "tsc"), ["-p", "tsconfig.build.json"], { cwd: copy });
  const npm = { npm_config_offline: "true", npm_config_cache: join(folder, "cache") };
  const pack = ["pack", "--ignore-scripts", "--pack-destination", folder];
  await execute("npm", pack, { cwd: copy, env: { ...process.env, ...npm } });
  const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
  await execute("tar", ["-xzf", tarball ?? "no tarball"], { cwd: folder });
  const project = join(folder, "app");
  await cp(join(repository, sources), project, { recursive: true });
  const installed = join(project, "node_modules", "@modelwire", "client");
  await cp(join(folder, "package"), installed, { recursive: true });
  const needed = ["@bufbuild/protobuf", "@connectrpc/connect", "@connectrpc/connect-node"];
  for (const name of [...needed, "express", "@types/express", "@types/node"]) {
    const link = join(project, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(modules, name), link);
  }
  await writeFile(join(project, "package.json"), '{ "type": "module" }');
  return project;
}
