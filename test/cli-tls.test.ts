import { readFile, writeFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { IdentityKind } from "#gen/modelwire/access/v1/identity_pb.js";
import { connect } from "../clients/typescript/src/connect.ts";
import { createAuthority } from "./support/authority.ts";
import { createEcho } from "./support/echo-service.ts";
import { type Listener, listenerKinds } from "./support/listener-kinds.ts";
import { runCli } from "./support/run-cli.ts";
import { startTlsModelwire, type TlsModelwire } from "./support/tls-modelwire.ts";
import { makeTlsSetting, type TlsSetting } from "./support/tls-setting.ts";

let server: TlsModelwire;
let setting: TlsSetting;
beforeAll(async () => {
  server = await startTlsModelwire("pipeline=admin");
  setting = await makeTlsSetting();
});
afterAll(async () => {
  await server?.stop();
  await setting?.remove();
});

let listener: Listener | undefined;
afterEach(async () => {
  await listener?.close(0);
  listener = undefined;
});

const list = ["endpoints", "list", "--json"];

test("the command trusts the authority that it is told of", async () => {
  const args = ["--ca-file", server.tls.caPath, ...list];
  const key = { MODELWIRE_API_KEY: server.key };
  const listed = await runCli(args, server.modelwire.httpUrl, key);
  expect(listed).toMatchObject({ exitCode: 0, stderr: "" });
});

test("the check of a server's health trusts the authority that it is told of, and no other", async () => {
  const { httpUrl } = server.modelwire;
  const checked = await runCli(["health"], httpUrl, { MODELWIRE_CA_FILE: server.tls.caPath });
  expect(checked).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^ready +yes$/m) });
  expect((await runCli(["health"], httpUrl)).exitCode).toBe(5);
});

test("the command says why it does not trust a server, and what to do", async () => {
  const { httpUrl } = server.modelwire;
  const unknown = await runCli(list, httpUrl);
  expect(unknown.exitCode).toBe(5);
  expect(unknown.stderr).toMatch(/^error: the certificate of https:.* --ca-file <file> names one/);
  await writeFile(setting.caPath, (await createAuthority()).cert);
  const other = await runCli(["--ca-file", setting.caPath, ...list], httpUrl);
  expect(other.stderr).toMatch(/^error: the certificate of https:.* --ca-file <file> names one/);
});

test.each([
  [{ days: [-10, -1] as [number, number] }, "has expired"],
  [{ days: [1, 10] as [number, number] }, "does not hold yet"],
  [{ names: [{ type: "dns" as const, value: "other.test" }] }, "is for another host"],
])("the command says so where a certificate is %j", async (options, what) => {
  await writeFile(setting.caPath, setting.authority.cert);
  await setting.write(await setting.authority.issue(options));
  const tls = await setting.open();
  listener = await listenerKinds[1]?.start({ echo: createEcho(), tls });
  const url = `https://${listener?.address}`;
  const { exitCode, stderr } = await runCli(["--ca-file", setting.caPath, ...list], url);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 5,
    stderr: `error: the certificate of ${url} ${what}\n`,
  });
});

test("the command says so where TLS meets plain text", async () => {
  listener = await listenerKinds[1]?.start({ echo: createEcho() });
  const url = `https://${listener?.address}`;
  expect((await runCli(list, url)).stderr).toBe(
    `error: ${url} does not speak TLS: is it http://?\n`,
  );
});

const pathsOf = (files: Record<string, string>) => [
  files.MODELWIRE_CLIENT_CERTIFICATE_FILE,
  files.MODELWIRE_CLIENT_KEY_FILE,
];

test("the command and the client show their certificate to a server that asks for one", async () => {
  const { httpUrl: url, grpcAddress } = server.modelwire;
  const files = await server.showing("CN=pipeline");
  const [certificate = "", key = ""] = pathsOf(files);
  const trust = { MODELWIRE_CA_FILE: server.tls.caPath };
  const whoami = ["whoami", "--json"];
  const options = ["--client-certificate", certificate, "--client-key", key];
  for (const asked of [
    await runCli([...options, ...whoami], url, trust),
    await runCli(whoami, url, files),
  ]) {
    expect(asked).toMatchObject({ exitCode: 0, stderr: "" });
    expect(asked.stdout).toContain("IDENTITY_KIND_CERTIFICATE");
  }
  const unknown = await runCli(whoami, url, trust);
  expect(unknown.stderr).toContain("reason: CREDENTIALS_MISSING");
  const common = {
    rootCertificates: server.tls.authority.cert,
    clientCertificate: {
      certificate: await readFile(certificate, "utf8"),
      key: await readFile(key, "utf8"),
    },
  };
  for (const { access } of [
    connect({ ...common, url }),
    connect({ ...common, url: `https://${grpcAddress}`, protocol: "grpc" }),
  ]) {
    const { identity } = await access.whoAmI({});
    expect(identity).toMatchObject({ kind: IdentityKind.CERTIFICATE, subject: "pipeline" });
  }
});

test("the command refuses a certificate without its key", async () => {
  const [certificate = "", key = ""] = pathsOf(await server.showing("CN=pipeline"));
  const run = (...args: string[]) => runCli([...args, ...list], "https://127.0.0.1:1");
  const together = /^error: --client-certificate and --client-key go together/;
  expect((await run("--client-certificate", certificate)).stderr).toMatch(together);
  expect((await run("--client-key", key)).stderr).toMatch(together);
  for (const [shown, its, message] of [
    [certificate, server.tls.keyPath, /has no key, in PEM, of the certificate in /],
    [certificate, certificate, /has no key, in PEM, of the certificate in /],
    [key, key, /has no certificates: expected that to show, in PEM/],
    [certificate, `${key}.none`, /^error: the file of the key cannot be read: ENOENT/],
  ] as const) {
    const refused = await run("--client-certificate", shown, "--client-key", its);
    expect(refused.stderr).toMatch(message);
    expect(refused.exitCode).toBe(2);
  }
});

test.each([
  ["no-such-file.pem", /^error: the file of authorities cannot be read: ENOENT/],
  ["package.json", /^error: package\.json has no certificates/],
])("the command refuses %s as a file of authorities", async (path, message) => {
  const { exitCode, stderr } = await runCli(["--ca-file", path, ...list], "https://127.0.0.1:1");
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(message);
});
