import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createProgram } from "../../src/cli/program.ts";
import { type Config, readConfig } from "../../src/config/config.ts";
import { configOfDeployment, readYaml } from "../support/deployment.ts";
import {
  environmentOf,
  instructionsOf,
  readDockerfile,
  type Stage,
} from "../support/dockerfile.ts";
import { secretKeys } from "../support/modelwire.ts";
import { kubernetesProblems } from "../support/schemas.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";

const files = [
  "deployment.yaml",
  "service.yaml",
  "poddisruptionbudget.yaml",
  "networkpolicy.yaml",
  "secret.example.yaml",
];

const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const labels = z.record(z.string(), z.string());
const container = z.object({
  args: z.array(z.string()),
  env: z.array(z.object({ name: z.string(), value: z.string() })),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  startupProbe: probe,
  readinessProbe: probe,
  livenessProbe: probe,
  lifecycle: z.object({ preStop: z.object({ exec: z.object({ command: z.array(z.string()) }) }) }),
  securityContext: z.object({ readOnlyRootFilesystem: z.literal(true) }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
});
const deployment = z.object({
  spec: z.object({
    selector: z.object({ matchLabels: labels }),
    template: z.object({
      metadata: z.object({ labels }),
      spec: z.object({
        enableServiceLinks: z.boolean().optional(),
        terminationGracePeriodSeconds: z.number(),
        securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.number() }),
        containers: z.tuple([container]),
        volumes: z.array(
          z.object({ name: z.string(), secret: z.object({ secretName: z.string() }).optional() }),
        ),
      }),
    }),
  }),
});
const service = z.object({
  spec: z.object({
    selector: labels,
    ports: z.array(z.object({ port: z.number(), targetPort: z.string() })),
  }),
});
const secret = z.object({ metadata: z.object({ name: z.string() }), stringData: labels });

let folder: TemporaryDirectory;
let image: Stage | undefined;
let pod: z.output<typeof deployment>["spec"]["template"]["spec"];
let main: z.output<typeof container>;
let podLabels: Record<string, string>;
beforeAll(async () => {
  folder = await makeTemporaryDirectory("modelwire-kubernetes-");
  image = (await readDockerfile("Dockerfile")).at(-1);
  const [read] = await readYaml("kubernetes/deployment.yaml");
  const { spec } = deployment.parse(read);
  pod = spec.template.spec;
  [main] = pod.containers;
  podLabels = spec.template.metadata.labels;
  expect(podLabels).toMatchObject(spec.selector.matchLabels);
});
afterAll(() => folder?.remove());

test.each(files)("%s is what the API of Kubernetes takes", async (name) => {
  for (const document of await readYaml(`kubernetes/${name}`)) {
    expect(await kubernetesProblems(document)).toEqual([]);
  }
});

test("a misspelt key would be noticed", async () => {
  const [read] = await readYaml("kubernetes/poddisruptionbudget.yaml");
  const wrong = { ...read, spec: { maxUnavailble: 1 } };
  expect(await kubernetesProblems(wrong)).toEqual([expect.stringContaining("maxUnavailble")]);
});

test("what is applied together are the files that there are, without the example", async () => {
  const [read] = await readYaml("kubernetes/kustomization.yaml");
  expect(read?.resources).toEqual(files.filter((name) => !name.includes("example")));
});

describe("a replica", () => {
  /** Reads its settings, with files in the place of the secret's. */
  async function configWith(secrets: Record<string, string>): Promise<Config> {
    const here = join(folder.path, "secrets");
    await mkdir(here, { recursive: true });
    for (const [key, value] of Object.entries(secrets)) await writeFile(join(here, key), value);
    const mounted = main.volumeMounts.find(({ name }) => name === "secrets")?.mountPath ?? "";
    const environment = Object.fromEntries(main.env.map(({ name, value }) => [name, value]));
    return configOfDeployment(environment, { mounted, here });
  }

  test("has settings that are valid, and is refused with the example of a secret", async () => {
    const [read] = await readYaml("kubernetes/secret.example.yaml");
    const { metadata, stringData } = secret.parse(read);
    expect(pod.volumes.map((volume) => volume.secret?.secretName)).toContain(metadata.name);
    await expect(configWith(stringData)).rejects.toThrow(
      /DATABASE_URL: .*\nMODELWIRE_SECRET_KEYS: /,
    );
    const right = { "database-url": "postgresql://m@db/m", "secret-keys": secretKeys };
    expect(Object.keys(stringData)).toEqual(Object.keys(right));
    const config = await configWith(right);
    expect(config.databaseUrl).toBe(right["database-url"]);
  });

  test("is given no variables of the services, which are named as its settings are", () => {
    expect(pod.enableServiceLinks).toBe(false);
  });

  test("is asked at paths and ports that it answers", () => {
    const config = readConfig(environmentOf(image));
    const ports = Object.fromEntries(main.ports.map((port) => [port.name, port.containerPort]));
    expect(`0.0.0.0:${ports.grpc}`).toBe(config.grpcListen);
    expect(`0.0.0.0:${ports.http}`).toBe(config.httpListen);
    for (const [{ httpGet }, path] of [
      [main.startupProbe, "/healthz"],
      [main.readinessProbe, "/readyz"],
      [main.livenessProbe, "/healthz"],
    ] as const) {
      expect(httpGet).toEqual({ path, port: "http" });
    }
  });

  test("runs a command that there is, as the user of the image, and writes to nothing else", () => {
    const commands = createProgram().commands.map((command) => command.name());
    expect(commands).toEqual(expect.arrayContaining(main.args));
    expect(instructionsOf(image, "USER")[0]?.text).toMatch(
      new RegExp(`^${pod.securityContext.runAsUser}:`),
    );
    const mounts = main.volumeMounts.map(({ mountPath }) => mountPath);
    expect(mounts).toContain(readConfig(environmentOf(image)).dataDir);
    expect(main.volumeMounts.map(({ name }) => name).toSorted()).toEqual(
      pod.volumes.map(({ name }) => name).toSorted(),
    );
  });

  test("has time to end what runs", async () => {
    const right = { "database-url": "postgresql://m@db/m", "secret-keys": secretKeys };
    const { shutdownMs } = await configWith(right);
    const [, preStopSeconds] = main.lifecycle.preStop.exec.command;
    expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThanOrEqual(
      Number(preStopSeconds) * 1000 + 2 * shutdownMs,
    );
  });
});

test("the services lead to the ports of the replicas", async () => {
  for (const document of await readYaml("kubernetes/service.yaml")) {
    const { spec } = service.parse(document);
    expect(podLabels).toMatchObject(spec.selector);
    for (const { port, targetPort } of spec.ports) {
      const found = main.ports.find(({ name }) => name === targetPort);
      expect(found?.containerPort).toBe(port);
    }
  }
});

test.each(["poddisruptionbudget.yaml", "networkpolicy.yaml"])(
  "%s is about the replicas",
  async (name) => {
    const [read] = await readYaml(`kubernetes/${name}`);
    const { spec } = z.object({ spec: z.record(z.string(), z.unknown()) }).parse(read);
    const selector = spec.selector ?? spec.podSelector;
    expect(podLabels).toMatchObject((selector as { matchLabels: object }).matchLabels);
  },
);
