import { mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { TlsConfig } from "../src/config/tls.ts";
import { openCertificates } from "../src/server/tls-certificates.ts";
import { readTlsFiles } from "../src/server/tls-files.ts";
import { createAuthority, type Issued } from "./support/authority.ts";
import { startModelwire } from "./support/modelwire.ts";
import { makeTlsSetting, type TlsSetting } from "./support/tls-setting.ts";

const DAY_MS = 86_400_000;
const byWatching = { pollMs: 3_600_000, settleMs: 20 };

let setting: TlsSetting;
let config: TlsConfig;
let lines: { level: number; msg: string; error?: string }[];
const log = pino({ level: "info" }, { write: (line) => void lines.push(JSON.parse(line)) });
const messages = () => lines.map(({ msg }) => msg);
beforeEach(async () => {
  setting = await makeTlsSetting();
  config = { certPath: setting.certPath, keyPath: setting.keyPath, clientCaPath: undefined };
  lines = [];
});
const opened: { stop(): void }[] = [];
afterEach(async () => {
  for (const certificates of opened.splice(0)) certificates.stop();
  await setting.remove();
});

async function openThem(timing = byWatching, paths = config) {
  const certificates = await openCertificates(paths, log, timing);
  opened.push(certificates);
  return certificates;
}

describe("the files of a certificate", () => {
  const cases: [string, (path: TlsSetting) => Promise<unknown>, string][] = [
    ["no certificate", ({ certPath }) => rm(certPath), "MODELWIRE_TLS_CERT_FILE"],
    ["no key", ({ keyPath }) => rm(keyPath), "MODELWIRE_TLS_KEY_FILE"],
    ["an empty certificate", ({ certPath }) => writeFile(certPath, ""), "MODELWIRE_TLS_CERT_FILE"],
    [
      "a certificate that is cut",
      async ({ certPath }) => writeFile(certPath, cut(await readFile(certPath, "utf8"))),
      "MODELWIRE_TLS_CERT_FILE",
    ],
    [
      "a certificate for a key",
      async ({ certPath, keyPath }) => writeFile(keyPath, await readFile(certPath)),
      "MODELWIRE_TLS_KEY_FILE",
    ],
    [
      "another key",
      async ({ authority, keyPath }) => writeFile(keyPath, (await authority.issue()).key),
      "MODELWIRE_TLS_KEY_FILE",
    ],
    ["authorities that are none", ({ caPath }) => writeFile(caPath, "x"), "_TLS_CLIENT_CA_FILE"],
  ];
  test.each(cases)("with %s are refused, and the setting is named", async (_, spoil, name) => {
    await spoil(setting);
    const read = readTlsFiles({ ...config, clientCaPath: setting.caPath });
    await expect(read).rejects.toThrow(new RegExp(`^ConfigError: \\w*${name}: /|^\\w*${name}: /`));
    await expect(read).rejects.not.toThrow(/PRIVATE/);
  });

  test("refuse the start of a server", async () => {
    await writeFile(setting.keyPath, "x");
    const started = startModelwire({ environment: setting.environment });
    await expect(started).rejects.toThrow(
      `MODELWIRE_TLS_KEY_FILE: ${setting.keyPath}: expected a private key in PEM`,
    );
  });
});

describe("certificates", () => {
  test("are read again when their files change, also as Kubernetes changes them", async () => {
    const folder = join(setting.certPath, "..", "mounted");
    await mkdir(folder);
    const put = async (name: string, issued: Issued) => {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, "tls.crt"), issued.cert);
      await writeFile(join(folder, name, "tls.key"), issued.key);
      await symlink(name, join(folder, "..data_tmp"));
      await rename(join(folder, "..data_tmp"), join(folder, "..data"));
    };
    await put("..first", setting.issued);
    for (const name of ["tls.crt", "tls.key"]) {
      await symlink(join("..data", name), join(folder, name));
    }
    const paths = { certPath: join(folder, "tls.crt"), keyPath: join(folder, "tls.key") };
    const certificates = await openThem(byWatching, { ...paths, clientCaPath: undefined });
    expect(certificates.options.cert).toBe(setting.issued.cert);
    const next = await setting.authority.issue();
    await put("..second", next);
    await vi.waitFor(() => expect(certificates.options.cert).toBe(next.cert), 30_000);
    expect(certificates.options.key).toBe(next.key);
    expect(messages()).toEqual(["new certificates are in use"]);
  });

  test("are read again by the clock where nobody tells of changes", async () => {
    const certificates = await openThem({ pollMs: 20, settleMs: 3_600_000 });
    const next = await setting.authority.issue();
    await setting.write(next);
    await vi.waitFor(() => expect(certificates.options.cert).toBe(next.cert), 30_000);
  });

  test("stay in use where new ones do not fit, which the log has once, until some do", async () => {
    const certificates = await openThem({ pollMs: 20, settleMs: 20 });
    const next = await setting.authority.issue();
    await writeFile(setting.certPath, next.cert);
    await vi.waitFor(() => expect(certificates.state().failing).toBe(true), 30_000);
    expect(certificates.options.cert).not.toBe(next.cert);
    expect(lines).toMatchObject([
      {
        level: 50,
        msg: "new certificates cannot be used: those before stay in use",
        error: `MODELWIRE_TLS_KEY_FILE: ${setting.keyPath}: not the key of ${setting.certPath}`,
      },
    ]);
    await writeFile(setting.keyPath, next.key);
    await vi.waitFor(() => expect(certificates.options.cert).toBe(next.cert), 30_000);
    expect(certificates.state().failing).toBe(false);
    expect(messages()).toHaveLength(2);
  });

  test("tell the log two weeks before they expire, and when they have", async () => {
    await openThem();
    expect(lines).toEqual([]);
    await setting.write(await setting.authority.issue({ days: [-1, 13] }));
    const soon = await openThem();
    expect(lines).toMatchObject([
      { level: 40, msg: "the certificate of the listeners expires soon" },
    ]);
    expect((soon.state().expiryTimeMs - Date.now()) / DAY_MS).toBeCloseTo(13, 1);
    await setting.write(await setting.authority.issue({ days: [-10, -1] }));
    await openThem();
    expect(lines.at(-1)).toMatchObject({ level: 50, msg: expect.stringMatching(/has expired/) });
  });

  test("are of the first to expire, where there is a chain of them", async () => {
    const other = await createAuthority();
    const short = await other.issue({ days: [-1, 5] });
    await setting.write({
      cert: `${setting.issued.cert}\n${short.cert}`,
      key: setting.issued.key,
    });
    const { expiryTimeMs } = (await openThem()).state();
    expect((expiryTimeMs - Date.now()) / DAY_MS).toBeCloseTo(5, 1);
  });
});

function cut(pem: string): string {
  return pem.replace(/\n.{20}/, "\n");
}
