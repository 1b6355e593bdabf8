import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { readConfig } from "../../src/config/config.ts";
import { settings } from "../../src/config/settings.ts";
import { readDockerContext } from "../support/docker-context.ts";
import {
  buildContext,
  environmentOf,
  instructionsOf,
  readDockerfile,
  type Stage,
} from "../support/dockerfile.ts";

const manifest = (await import("../../package.json", { with: { type: "json" } })).default;

const sets = (environment: Record<string, string>) =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => name in settings));

describe.each(["Dockerfile", "mlflow.Dockerfile"])("deploy/%s", (name) => {
  let stages: Stage[];
  let sent: (path: string) => boolean;
  beforeAll(async () => {
    [stages, sent] = await Promise.all([readDockerfile(name), readDockerContext()]);
  });

  test("copies only what is there and is sent to the builder", () => {
    const names = stages.flatMap((stage) => stage.name ?? []);
    for (const copy of stages.flatMap((stage) => instructionsOf(stage, "COPY"))) {
      const { from } = copy.flags;
      if (from !== undefined) expect(names).toContain(from);
      for (const path of from === undefined ? copy.words.slice(0, -1) : []) {
        expect(existsSync(join(buildContext, path)), path).toBe(true);
        // Of a folder, what is below it decides.
        expect(sent(path) || path === "clients/typescript", path).toBe(true);
      }
    }
  });

  test("takes no secret in, and fetches nothing but packages", () => {
    for (const { keyword, text, flags } of stages.flatMap((stage) => stage.instructions)) {
      expect(keyword).not.toBe("ADD");
      expect(`${text} ${flags.mount ?? ""}`).not.toMatch(/password|token|secret|curl|wget/i);
    }
  });

  test("runs as a user that is not root, with a health check", () => {
    const last = stages.at(-1);
    expect(instructionsOf(last, "USER").at(-1)?.text).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(instructionsOf(last, "HEALTHCHECK")).toHaveLength(1);
    expect(instructionsOf(last, "CMD")).toHaveLength(1);
  });
});

test("the builder is sent no data, no history and nothing that could hold a secret", async () => {
  const sent = await readDockerContext();
  for (const path of [".git/config", ".env", ".modelwire/modelwire.db", "node_modules/pg/x.js"]) {
    expect(sent(path), path).toBe(false);
  }
  for (const path of ["deploy/secrets/modelwire-secret-keys", "src/config/config.test.ts"]) {
    expect(sent(path), path).toBe(false);
  }
  for (const path of ["src/main.ts", "clients/typescript/gen/google/rpc/status_pb.js", ".npmrc"]) {
    expect(sent(path), path).toBe(true);
  }
  const needed = manifest.files.filter((path) => path !== "dist");
  for (const path of needed) {
    const [file] = await readdir(join(buildContext, path), {
      recursive: true,
      withFileTypes: true,
    });
    expect(file && sent(`${path}/${file.name}`), path).toBe(true);
  }
});

describe("Modelwire's image", () => {
  let image: Stage | undefined;
  beforeAll(async () => {
    image = (await readDockerfile("Dockerfile")).at(-1);
  });

  test("has settings that are valid, and shows the ports that they name", () => {
    const config = readConfig(sets(environmentOf(image)));
    const ports = [config.grpcListen, config.httpListen].map((address) =>
      address.split(":").at(-1),
    );
    expect(instructionsOf(image, "EXPOSE").flatMap(({ words }) => words)).toEqual(ports);
    expect(instructionsOf(image, "VOLUME").map(({ text }) => text)).toEqual([config.dataDir]);
    for (const name of Object.keys(environmentOf(image))) {
      expect(name in settings || name === "NODE_ENV", name).toBe(true);
    }
  });

  test("runs commands that there are", () => {
    const commands = createProgram().commands.map((command) => command.name());
    const [, health = ""] = JSON.parse(
      /\[.*\]/.exec(instructionsOf(image, "HEALTHCHECK")[0]?.text ?? "")?.[0] ?? "[]",
    );
    expect(commands).toContain(health);
    expect(commands).toContain(instructionsOf(image, "CMD")[0]?.words[0]);
    expect(instructionsOf(image, "ENTRYPOINT")[0]?.words).toEqual(["modelwire"]);
    // The name that the entry point is found by leads to the program of the package.
    const run = instructionsOf(image, "RUN")
      .map(({ text }) => text)
      .join("\n");
    expect(run).toContain(`ln -s /app/${manifest.bin.modelwire} /usr/local/bin/modelwire`);
  });

  test("is of a Node that the package works with", async () => {
    const stages = await readDockerfile("Dockerfile");
    const least = Number(/\d+/.exec(manifest.engines.node)?.[0]);
    for (const { image: base } of stages) {
      expect(Number(/^node:(\d+)-/.exec(base)?.[1])).toBeGreaterThanOrEqual(least);
    }
  });
});
