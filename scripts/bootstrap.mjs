// Runs a script of this project on the Node that the project pins, after installing what
// package-lock.json names where that is not there yet. It is plain JavaScript without
// dependencies, because a fresh clone has nothing else, and may be started by an older Node.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const node = join(root, "node_modules", ".bin", "node");
const stamp = join(root, "node_modules", ".modelwire-lock");
const lock = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");

if (!existsSync(node) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  process.stderr.write("installing what package-lock.json names (once, about half a minute)\n");
  // NODE_ENV=production and `omit` leave out the packages for development, the pinned Node too.
  const args = ["ci", "--include=dev", "--no-fund", "--no-audit", "--loglevel=error"];
  const install = spawnSync("npm", args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (install.status !== 0) {
    process.stderr.write("npm ci failed: its messages are above\n");
    process.exit(install.status ?? 1);
  }
  if (!existsSync(node)) {
    process.stderr.write(
      "npm did not install the pinned Node: is ignore-scripts set, in .npmrc or as " +
        "npm_config_ignore_scripts? Without it `npm start` and `npm test` work\n",
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

const child = spawn(node, process.argv.slice(2), { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  // A terminal sends SIGINT to the whole group: the child has it already, and decides.
  process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
}
child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
