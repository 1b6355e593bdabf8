import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { configOfDeployment, deployFolder, makeSecrets, readYaml } from "../support/deployment.ts";
import { environmentOf, instructionsOf, readDockerfile } from "../support/dockerfile.ts";
import { milliseconds } from "../support/durations.ts";
import { composeProblems } from "../support/schemas.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";

const service = z.object({
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  stop_grace_period: z.string().optional(),
  volumes: z.array(z.string()).default([]),
});
const compose = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

let folder: TemporaryDirectory;
let file: unknown;
let read: z.output<typeof compose>;
beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-compose-");
  await makeSecrets(join(folder.path, "secrets"));
  [file] = await readYaml("compose.yaml");
  read = compose.parse(file);
});
afterAll(() => folder?.remove());

const secretFolder = () => ({ mounted: "/run/secrets", here: join(folder.path, "secrets") });

test("the file is one that Compose reads", async () => {
  expect(await composeProblems(file)).toEqual([]);
});

test("secrets are files that make-secrets.sh makes, once, and no value of the file", async () => {
  const names = Object.keys(read.secrets).toSorted();
  for (const [name, { file }] of Object.entries(read.secrets)) expect(file).toBe(`secrets/${name}`);
  for (const one of Object.values(read.services)) {
    for (const secret of one.secrets) expect(names).toContain(secret);
    for (const value of Object.values(one.environment)) {
      const [, secret] = /^\/run\/secrets\/(.*)$/.exec(value) ?? [];
      if (secret !== undefined) expect(one.secrets).toContain(secret);
    }
  }
  const { here } = secretFolder();
  expect((await readdir(here)).toSorted()).toEqual(names);
  expect((await stat(here)).mode & 0o777).toBe(0o700);
  const before = await Promise.all(names.map((name) => readFile(join(here, name), "utf8")));
  await makeSecrets(here);
  const after = await Promise.all(names.map((name) => readFile(join(here, name), "utf8")));
  expect(after).toEqual(before);
  expect(new Set(after).size).toBe(names.length);
});

test.for([
  ["is not there", undefined],
  ["fails", "#!/bin/sh\nexit 1\n"],
  ["fails after the first", '#!/bin/sh\nmkdir "$0.once" 2>/dev/null && echo 0123\n'],
])("no secret is made, or kept empty, where openssl %s", async ([name, openssl]) => {
  const here = join(folder.path, `openssl ${name}`);
  const commands = join(here, "bin");
  await mkdir(commands, { recursive: true });
  for (const command of ["dirname", "mkdir", "chmod", "mv", "cat"]) {
    const { stdout } = await promisify(execFile)("sh", ["-c", `command -v ${command}`]);
    await symlink(stdout.trim(), join(commands, command));
  }
  if (openssl) await writeFile(join(commands, "openssl"), openssl, { mode: 0o755 });
  const secrets = join(here, "secrets");
  await expect(makeSecrets(secrets, commands)).rejects.toThrow();
  expect(await readdir(secrets)).toEqual([]);
  await makeSecrets(secrets);
  for (const file of await readdir(secrets)) {
    expect(await readFile(join(secrets, file), "utf8")).toMatch(/[0-9a-f]{48}|^k1:.{44}\n$/);
  }
});

test("Modelwire is told settings that are valid, and of the services that there are", async () => {
  const { environment } = read.services.modelwire ?? { environment: {} };
  const config = configOfDeployment(environment, secretFolder());
  const database = new URL(config.databaseUrl);
  expect(read.services[database.hostname]?.environment).toMatchObject({
    POSTGRES_USER: database.username,
    POSTGRES_DB: database.pathname.slice(1),
  });
  const password = await readFile(join(secretFolder().here, "modelwire-db-password"), "utf8");
  expect(database.password).toBe(password.trim());
  expect(config.secretKeys).toHaveLength(1);
  const mlflow = new URL(config.mlflow.trackingUri ?? "");
  const image = (await readDockerfile("mlflow.Dockerfile")).at(-1);
  expect(Object.keys(read.services)).toContain(mlflow.hostname);
  expect(instructionsOf(image, "EXPOSE")[0]?.text).toBe(mlflow.port);
  const grace = milliseconds(read.services.modelwire?.stop_grace_period);
  expect(grace).toBeGreaterThanOrEqual(2 * config.shutdownMs);
});

test("each service waits for those that it needs to be healthy, and they can tell", async () => {
  for (const { depends_on } of Object.values(read.services)) {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      expect(condition).toBe("service_healthy");
      const needed = read.services[name];
      const dockerfile = needed?.build?.dockerfile.replace("deploy/", "");
      const stage = dockerfile ? (await readDockerfile(dockerfile)).at(-1) : undefined;
      const checks = needed?.healthcheck ? 1 : instructionsOf(stage, "HEALTHCHECK").length;
      expect(checks, name).toBe(1);
    }
  }
});

test("ports are those of the images, and open to this machine alone", async () => {
  for (const { ports, build } of Object.values(read.services)) {
    const stage = build
      ? (await readDockerfile(build.dockerfile.replace("deploy/", ""))).at(-1)
      : undefined;
    const shown = instructionsOf(stage, "EXPOSE").flatMap(({ words }) => words);
    for (const port of ports) {
      const [address, , inside] = port.split(":");
      expect(address).toBe("127.0.0.1");
      expect(shown).toContain(inside);
    }
  }
  expect(environmentOf((await readDockerfile("Dockerfile")).at(-1))).toMatchObject({
    MODELWIRE_GRPC_LISTEN: "0.0.0.0:50051",
  });
});

test("the backups that operations.md shows are of services and databases that there are", async () => {
  const page = await readFile(join(deployFolder, "../docs/operations.md"), "utf8");
  const shown = page.matchAll(/^\$ docker compose -f deploy\/compose\.yaml exec -T (.+)$/gm);
  const dumped = [];
  for (const [, line = ""] of shown) {
    const [name = "", command = "", ...words] = line.split(/ [<>] /)[0]?.split(" ") ?? [];
    const one = read.services[name];
    if (command === "tar") {
      const [, folder = ""] = words;
      expect(one?.volumes).toContain(`mlflow-artifacts:${folder}`);
      continue;
    }
    const [, user, ...rest] = words;
    const database = rest.find((word) => word.startsWith("--dbname="))?.slice("--dbname=".length);
    expect(one?.environment, line).toMatchObject({
      POSTGRES_USER: user,
      POSTGRES_DB: database ?? rest.at(-1),
    });
    if (command === "pg_dump") dumped.push(name);
  }
  const databases = Object.keys(read.services).filter((name) => name.endsWith("-db"));
  expect(dumped.toSorted()).toEqual(databases.toSorted());
  const [, keys] = /^\$ cp deploy\/(\S+)/m.exec(page) ?? [];
  expect(Object.values(read.secrets)).toContainEqual({ file: keys });
});

test("MLflow is started as its image starts it, with its database besides", async () => {
  const image = (await readDockerfile("mlflow.Dockerfile")).at(-1);
  const [raw] = (await readYaml("compose.yaml")) as [
    { services: { mlflow: { command: string[] } } },
  ];
  const inImage = (instructionsOf(image, "CMD")[0]?.words ?? []).join(" ");
  expect(raw.services.mlflow.command.join(" ").replaceAll("=", " ")).toBe(inImage);
});
