import { execFile } from "node:child_process";
import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { childEnvironment } from "../../src/local-mlflow/child-environment.ts";
import { ensureEnvironment } from "../../src/local-mlflow/environment.ts";
import { sha256 } from "../../src/package/digest.ts";
import { readModelFiles } from "./model-files.ts";
import { type BaselineRequest, newRequest } from "./registration-fixtures.ts";
import { makeTemporaryDirectory } from "./temporary-directory.ts";

const home = fileURLToPath(new URL("../../.modelwire", import.meta.url));
const lockPath = fileURLToPath(new URL("../python/model-signing.txt", import.meta.url));

/** Keys that packages are signed with: the server is given all but the stranger's. */
export type KeyName = "P-256" | "P-384" | "P-521" | "stranger";

/** How a directory is signed. */
export interface SigningOptions {
  /** Unset: P-256. */
  key?: KeyName;
  /** Paths in the directory that are left out. */
  ignored?: readonly string[];
  /** Whether a certificate of the key goes with the signature. */
  withCertificate?: boolean;
}

/** OpenSSF's model_signing, with keys and a folder of a test's own. */
export interface ModelSigning {
  readonly folder: string;
  /** PEM file with the public keys of all but the stranger. */
  readonly knownKeysPath: string;
  /** SHA-256 of a public key's DER. */
  fingerprint(key: KeyName): string;
  /** Writes a directory of these files. */
  write(files: Record<string, string>): Promise<string>;
  /** Signs a directory, and gives the bundle. */
  sign(directory: string, options?: SigningOptions): Promise<string>;
  /** Verifies a directory with P-256; rejects with what model_signing says where it does not. */
  verify(directory: string, bundle: string, ...options: string[]): Promise<void>;
  remove(): Promise<void>;
}

/** Installs model_signing where it is not installed yet, and makes keys. */
export async function startModelSigning(): Promise<ModelSigning> {
  const run = await ensureModelSigning();
  const directory = await makeTemporaryDirectory("modelwire-signing-");
  const folder = directory.path;
  const file = (name: string) => join(folder, name);
  const keys = { "P-256": newKey(), "P-384": newKey("P-384"), "P-521": newKey("P-521") };
  const all: Record<KeyName, Key> = { ...keys, stranger: newKey() };
  for (const [name, key] of Object.entries(all)) {
    await writeFile(file(`${name}.pem`), key.privatePem);
    await writeFile(file(`${name}.pub`), key.publicPem);
  }
  const known = Object.entries(keys).map(([name, { publicPem }]) => `Key ${name}:\n${publicPem}`);
  await writeFile(file("known.pem"), known.join("\n"));
  return {
    folder,
    knownKeysPath: file("known.pem"),
    fingerprint: (key) => all[key].fingerprint,
    async write(files) {
      const directory = file(randomUUID());
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(directory, path)), { recursive: true });
        await writeFile(join(directory, path), content);
      }
      return directory;
    },
    async sign(directory, { key = "P-256", ignored = [], withCertificate = false } = {}) {
      const signature = file(`${randomUUID()}.sig`);
      const args = ["--private_key", file(`${key}.pem`), "--signature", signature];
      for (const path of ignored) args.push("--ignore-paths", join(directory, path));
      if (withCertificate) {
        const certificate = file(`${key}.crt`);
        await run("python", "-c", certificateScript, file(`${key}.pem`), certificate);
        args.push("--signing_certificate", certificate, "--certificate_chain", certificate);
      }
      await run(
        "model_signing",
        "sign",
        withCertificate ? "certificate" : "key",
        ...args,
        directory,
      );
      return readFile(signature, "utf8");
    },
    async verify(directory, bundle, ...options) {
      const signature = file(`${randomUUID()}.sig`);
      await writeFile(signature, bundle);
      const args = ["--public_key", file("P-256.pub"), "--signature", signature, ...options];
      await run("model_signing", "verify", "key", ...args, directory);
    },
    remove: () => directory.remove(),
  };
}

/** Makes a request for the package in a directory, with a bundle or without. */
export async function requestFor(
  directory: string,
  signatureBundle?: string,
): Promise<BaselineRequest> {
  return {
    ...newRequest(),
    source: { case: "package", value: { files: await readModelFiles(directory) } },
    ...(signatureBundle !== undefined && { signatureBundle }),
  } as BaselineRequest;
}

/** Gives what runs the commands of the environment that has model_signing. */
async function ensureModelSigning(): Promise<
  (command: string, ...args: string[]) => Promise<unknown>
> {
  const lock = await readFile(lockPath, "utf8");
  const { binDirectory } = await ensureEnvironment(
    {
      name: "model-signing",
      title: "model_signing",
      packageCount: lock.match(/^[\w-]+==/gm)?.length ?? 0,
      installs: [["-r", lockPath]],
      sha256: createHash("sha256").update(lock).digest("hex"),
    },
    { home, onProgress: (line) => process.stderr.write(`${line}\n`) },
  );
  const env = childEnvironment(binDirectory);
  return (command, ...args) => promisify(execFile)(join(binDirectory, command), args, { env });
}

interface Key {
  privatePem: string;
  publicPem: string;
  fingerprint: string;
}

function newKey(namedCurve = "P-256"): Key {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve });
  return {
    privatePem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    fingerprint: sha256(publicKey.export({ type: "spki", format: "der" })),
  };
}

const certificateScript = `
import datetime, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
with open(sys.argv[1], "rb") as file:
    key = serialization.load_pem_private_key(file.read(), None)
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "signer")])
now = datetime.datetime.now(datetime.timezone.utc)
certificate = (
    x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    .serial_number(1).not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1))
    .sign(key, hashes.SHA256())
)
with open(sys.argv[2], "wb") as file:
    file.write(certificate.public_bytes(serialization.Encoding.PEM))
`;
