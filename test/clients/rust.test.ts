import { type ChildProcessByStdio, spawn } from "node:child_process";
import { randomBytes, randomUUID, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { cp, writeFile } from "node:fs/promises";
import { createSecureServer, type IncomingHttpHeaders } from "node:http2";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { run } from "../../scripts/generate/run.ts";
import { type Clients, createClients } from "../support/clients.ts";
import { loopbackTls } from "../support/loopback-tls.ts";
import { quickstartModel } from "../support/model-files.ts";
import { startModelwire, type TestModelwire } from "../support/modelwire.ts";
import { selfSigned } from "../support/self-signed.ts";
import { startTcpFront, type TcpFrontOptions } from "../support/tcp-front.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "../support/temporary-directory.ts";
import { startTlsModelwire } from "../support/tls-modelwire.ts";
import { describeWith } from "../support/toolchains.ts";

/** The time to fetch and build everything, on a machine that has nothing of it yet. */
const BUILD_MS = 15 * 60_000;
const TOUR_MS = 120_000;

const root = fileURLToPath(new URL("../..", import.meta.url));
const crate = join(root, "clients", "rust");
const target = join(root, "node_modules", ".cache", "modelwire-rust");
const example = (name: string) => join(target, "debug", "examples", name);
const cargo = (...args: string[]) =>
  run("cargo", args, { cwd: crate, env: { ...process.env, CARGO_TARGET_DIR: target } });

describeWith(["cargo"], "the client in Rust", () => {
  let modelwire: TestModelwire;
  let clients: Clients;
  let folder: TemporaryDirectory;
  beforeAll(async () => {
    folder = await makeTemporaryDirectory("modelwire-rust-");
    modelwire = await startModelwire();
    clients = createClients(modelwire.httpUrl);
    await cargo("build", "--locked", "--quiet", "--lib", "--examples");
  }, BUILD_MS);
  afterAll(async () => {
    await modelwire?.stop();
    await folder?.remove();
  });

  test("passes its own tests", () => cargo("test", "--locked", "--quiet"), BUILD_MS);

  describeWith(["cargo-fmt"], "the format of the client in Rust", () => {
    test("is rustfmt's", () => cargo("fmt", "--all", "--check"));
  });

  describeWith(["cargo-clippy"], "what clippy says of the client in Rust", () => {
    const all = ["--locked", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    test("is nothing", () => cargo("clippy", ...all), BUILD_MS);
  });

  /** Starts what stands between the tour and the server, for as long as the test lasts. */
  async function front(options: TcpFrontOptions) {
    const started = await startTcpFront(modelwire.grpcAddress, options);
    onTestFinished(() => started.close());
    return started;
  }

  const tour = (address: string, directory = quickstartModel, environment = {}) =>
    run(example("tour"), [directory], {
      env: { ...process.env, MODELWIRE_GRPC: address, ...environment },
    });

  /** Compares what a tour printed with what the server has of it. */
  async function checkTour(
    printed: string,
    { events: log, webhooks }: Clients = clients,
  ): Promise<void> {
    const name = /registered (rust-tour-\S+)\/1 by a unary call/.exec(printed)?.[1] ?? "";
    expect(printed.trim().split("\n")).toEqual([
      expect.stringMatching(/^connected to 127\.0\.0\.1:\d+$/),
      `registered ${name}/1 by a unary call`,
      `registered ${name}/2 by an upload`,
      `found ${name}/1 by its uuid`,
      `found ${name}/2 by its uuid`,
      "was refused with MODEL_NOT_FOUND",
      expect.stringMatching(/^watched evt_[0-9a-f]{32} of .*\/1$/),
      expect.stringMatching(/^watched evt_[0-9a-f]{32} of .*\/2$/),
      expect.stringMatching(/^received evt_[0-9a-f]{32} as a webhook$/),
    ]);
    const { events } = await log.listEvents({ filter: { modelName: name } });
    expect(events.map(({ type, sequence }) => [type, sequence])).toEqual(
      [1, 2, 3].map((sequence) => [EventType.MODEL_REGISTERED, sequence]),
    );
    expect(printed.match(/evt_[0-9a-f]{32}/g)).toEqual(events.map(({ eventId }) => eventId));
    const { endpoints } = await webhooks.listEndpoints({});
    expect(endpoints).toEqual([]);
  }

  test(
    "registers, uploads, looks up, reads an error, watches and receives a webhook",
    async () => checkTour(await tour(modelwire.grpcAddress)),
    TOUR_MS,
  );

  test(
    "goes on with an upload and a watch where the connection breaks, twice",
    async () => {
      const directory = join(folder.path, "large");
      await cp(quickstartModel, directory, { recursive: true });
      await writeFile(join(directory, "weights.bin"), randomBytes(6_000_000));
      // The second break is in what was begun again; the unary call carries all of it once.
      const breaking = await front({ resetAfterBytes: [9_000_000, 3_000_000] });
      await checkTour(await tour(breaking.address, directory));
      expect(breaking.resets).toBe(2);
    },
    TOUR_MS,
  );

  test(
    "goes on the tour with TLS",
    async () => {
      const tls = await startTlsModelwire();
      onTestFinished(() => tls.stop());
      const printed = tour(tls.modelwire.grpcAddress, quickstartModel, tls.environment);
      await checkTour(await printed, tls.clients);
    },
    TOUR_MS,
  );

  test(
    "speaks TLS to who has a certificate that it was told to trust, and to nobody else",
    async () => {
      const roots = join(folder.path, "roots.pem");
      await writeFile(roots, loopbackTls.cert);
      const { address } = await front({ tls: loopbackTls });
      await checkTour(await tour(address, quickstartModel, { MODELWIRE_CA_FILE: roots }));
      await writeFile(roots, selfSigned.cert);
      const refused = tour(address, quickstartModel, { MODELWIRE_CA_FILE: roots });
      await expect(refused).rejects.toThrow(/UnknownIssuer/);
      await expect(tour(address)).rejects.toThrow(/ended with 1/);
    },
    TOUR_MS,
  );

  test("sends its API key and its certificate, and says what it is told", async () => {
    const seen: IncomingHttpHeaders[] = [];
    const shown: (Buffer | undefined)[] = [];
    const asking = { requestCert: true, rejectUnauthorized: false };
    const server = createSecureServer({ ...loopbackTls, ...asking });
    server.on("secureConnection", (socket) => shown.push(socket.getPeerCertificate().raw));
    server.on("stream", (stream, headers) => {
      seen.push(headers);
      const status = { "grpc-status": "16", "grpc-message": "no such key" };
      stream.respond({ "content-type": "application/grpc", ...status }, { endStream: true });
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const write = async (name: string, content: string) => {
      await writeFile(join(folder.path, name), content);
      return join(folder.path, name);
    };
    const environment = {
      MODELWIRE_CA_FILE: await write("key-roots.pem", loopbackTls.cert),
      MODELWIRE_CERTIFICATE: await write("certificate.pem", selfSigned.cert),
      MODELWIRE_KEY: await write("key.pem", selfSigned.key),
      MODELWIRE_API_KEY: "mw_123",
    };
    const refused = tour(`127.0.0.1:${port}`, quickstartModel, environment);
    await expect(refused).rejects.toThrow(/no such key/);
    expect(seen[0]).toMatchObject({
      authorization: "Bearer mw_123",
      "user-agent": expect.stringMatching(/^modelwire-rust\/1\./),
    });
    expect(shown).toEqual([new X509Certificate(selfSigned.cert).raw]);
  });

  test("answers webhooks: 204 to each that is genuine, which it takes once, 401 to others", async () => {
    const secret = `whsec_${randomBytes(32).toString("base64")}`;
    const receiver = spawn(example("receiver"), [], {
      env: { ...process.env, MODELWIRE_WEBHOOK_SECRETS: `${secret}` },
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(async () => {
      const ended = once(receiver, "close");
      receiver.kill();
      await ended;
    });
    const nextLine = linesOf(receiver);
    const url = (await nextLine()).replace("listening at ", "");
    const post = async (event: { eventId: string }, signedBy: string) => {
      const body = JSON.stringify({ type: "modelwire.model.renamed", data: event });
      const now = new Date();
      const headers = {
        "content-type": "application/json",
        "webhook-id": event.eventId,
        "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
        "webhook-signature": new Webhook(signedBy).sign(event.eventId, now, body),
      };
      const answer = await fetch(url, { method: "POST", headers, body });
      return [answer.status, await answer.text()];
    };
    const event = (modelName: string) => ({
      eventId: `evt_${randomUUID().replaceAll("-", "")}`,
      ...{ type: "EVENT_TYPE_MODEL_RENAMED", modelName, sequence: 1 },
      modelRenamed: { newModelName: "other" },
    });
    const [first, second] = [event("first"), event("second")];
    expect(await post(first, secret)).toEqual([204, ""]);
    expect(await post(first, secret)).toEqual([204, ""]);
    const other = `whsec_${randomBytes(32).toString("base64")}`;
    expect(await post(second, other)).toEqual([401, "WRONG_SIGNATURE"]);
    expect(await post(second, secret)).toEqual([204, ""]);
    expect(await nextLine()).toBe(`${first.eventId} ModelRenamed of first`);
    expect(await nextLine()).toBe(`${second.eventId} ModelRenamed of second`);
  });
});

/** Gives what a program prints, a line each time. */
function linesOf(program: ChildProcessByStdio<null, Readable, null>): () => Promise<string> {
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("the program has ended");
    return value;
  };
}
