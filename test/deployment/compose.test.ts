import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { configOfDeployment, makeSecrets, readYaml } from "../support/deployment.ts";
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

test("MLflow is started as its image starts it, with its database besides", async () => {
  const image = (await readDockerfile("mlflow.Dockerfile")).at(-1);
  const [raw] = (await readYaml("compose.yaml")) as [
    { services: { mlflow: { command: string[] } } },
  ];
  const inImage = (instructionsOf(image, "CMD")[0]?.words ?? []).join(" ");
  expect(raw.services.mlflow.command.join(" ").replaceAll("=", " ")).toBe(inImage);
});
