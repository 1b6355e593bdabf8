import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Clients, createClients } from "../support/clients.ts";
import { quickstartModel } from "../support/model-files.ts";
import { startModelwire, type TestModelwire } from "../support/modelwire.ts";
import { ensurePythonClient, pythonClient, type RunPython } from "../support/python-client.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";
import { startTlsModelwire } from "../support/tls-modelwire.ts";
import { describeWith } from "../support/toolchains.ts";

/** The time to install what is tested with, and to run what takes longest. */
const LONG_MS = 600_000;

describeWith(["python3"], "the Python client", () => {
  let modelwire: TestModelwire;
  let clients: Clients;
  let folder: TemporaryDirectory;
  let python: RunPython;
  let environment: Record<string, string>;
  beforeAll(async () => {
    folder = await makeTemporaryDirectory("modelwire-python-client-");
    python = await ensurePythonClient("python-client", ["clients/python/requirements/test.txt"]);
    modelwire = await startModelwire();
    clients = createClients(modelwire.httpUrl);
    environment = { MODELWIRE_GRPC: modelwire.grpcAddress, MODELWIRE_URL: modelwire.httpUrl };
  }, LONG_MS);
  afterAll(async () => {
    await modelwire?.stop();
    await folder?.remove();
  });

  const installed = () => join(folder.path, "installed");

  test("passes its own tests against a real server", { timeout: LONG_MS }, async () => {
    const output = await python(["-m", "pytest", "-q"], { env: environment });
    expect(output).toMatch(/^\d+ passed in /m);
  });

  test("registers, uploads, looks up, fails, watches and receives in its tour, from the wheel alone", {
    timeout: LONG_MS,
  }, async () => {
    await python(["-m", "hatchling", "build", "-t", "wheel", "-d", folder.path]);
    const [wheel = ""] = (await readdir(folder.path)).filter((name) => name.endsWith(".whl"));
    expect(wheel).toMatch(/^modelwire-1\.0\.0rc\d+-py3-none-any\.whl$/);
    const install = ["-m", "pip", "install", "-q", "--no-deps", "--target", installed()];
    await python([...install, join(folder.path, wheel)]);
    expect(await readdir(join(installed(), "modelwire"))).toContain("py.typed");
    await takeTour({ ...environment, PYTHONPATH: installed() }, clients);
  });

  test("goes on the same tour with TLS, on both listeners, with a key or a certificate", {
    timeout: LONG_MS,
  }, async () => {
    const tls = await startTlsModelwire("tour=admin");
    try {
      for (const shown of [tls.environment, await tls.showing("CN=tour")]) {
        await takeTour({ ...shown, PYTHONPATH: join(pythonClient, "src") }, tls.clients);
      }
    } finally {
      await tls.stop();
    }
  });

  /** Takes the tour, and holds what it tells against what the server knows of it. */
  async function takeTour(
    env: Record<string, string>,
    { registry, webhooks }: Clients,
  ): Promise<void> {
    const output = await python([join(pythonClient, "examples", "tour.py"), quickstartModel], {
      env,
      cwd: folder.path,
    });
    const steps = output.split("\n").filter((line) => line !== "" && !line.startsWith("  "));
    expect(steps).toEqual([
      expect.stringMatching(/^registered tour-python-\S+\/1 from files in the request$/),
      expect.stringMatching(/^uploaded and registered tour-python-\S+_improved\/1$/),
      expect.stringMatching(/^looked up m-[0-9a-f]{32}: tour-python-\S+\/1$/),
      expect.stringMatching(/^looked up m-[0-9a-f]{32}: tour-python-\S+_improved\/1$/),
      expect.stringMatching(/^failed with MODEL_NOT_FOUND \(NOT_FOUND\): ./),
      "watched the events of both",
      expect.stringMatching(/^received and verified the webhook evt_\S+ of tour-python-\S+\/2$/),
      "deleted the endpoint",
    ]);
    const name = /^registered (\S+)\/1 /.exec(output)?.[1] ?? "";
    const ids = [`${name}/1`, `${name}/2`, `${name}_improved/1`, `${name}_improved/2`];
    const { items } = await registry.batchGetModelVersions({
      refs: ids.map((value) => ({ ref: { case: "modelId", value } })),
    });
    const made = items.map(({ registration }) => registration?.modelId);
    expect(made).toEqual([ids[0], undefined, ids[2], ids[3]]);
    expect((await webhooks.listEndpoints({})).endpoints).toEqual([]);
  }

  test("is typed, linted and formatted", { timeout: LONG_MS }, async () => {
    await python(["-m", "ruff", "check", "--no-cache"]);
    await python(["-m", "ruff", "format", "--check", "--no-cache"]);
    const examples = ["--no-cache", "--config", "pyproject.toml", "../../examples/python"];
    await python(["-m", "ruff", "check", "--extend-ignore", "D", ...examples]);
    await python(["-m", "ruff", "format", "--check", ...examples]);
    const cache = ["--cache-dir", join(folder.path, "mypy")];
    await python(["-m", "mypy", ...cache, "-p", "modelwire"], { env: { MYPYPATH: "src" } });
    await python(["-m", "mypy", ...cache, "examples/receiver.py", "examples/tour.py"], {
      env: { MYPYPATH: "src:examples" },
    });
  });
});
