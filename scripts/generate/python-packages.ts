import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Writes the `__init__.py` of each generated package: that of `modelwire.registry.v1` gives the
 * messages, enums and stubs of all its modules, so that callers need not know which has which.
 *
 * @param protos from `proto/`, sorted
 */
export async function writePackages(
  root: string,
  out: string,
  protos: readonly string[],
): Promise<void> {
  const folders = Map.groupBy(protos, (proto) => dirname(proto));
  for (const [folder, files] of folders) {
    const imports: { module: string; names: string[] }[] = [];
    for (const proto of files) {
      const text = await readFile(join(root, "proto", proto), "utf8");
      const names = (kinds: string) =>
        [...text.matchAll(new RegExp(`^(?:${kinds}) (\\w+) \\{`, "gm"))].map(
          ([, name = ""]) => name,
        );
      const module = `${folder.replaceAll("/", ".")}.${basename(proto, ".proto")}_pb2`;
      imports.push({ module, names: names("message|enum") });
      const stubs = names("service").map((name) => `${name}Stub`);
      imports.push({ module: `${module}_grpc`, names: stubs });
    }
    const all = imports.flatMap(({ names }) => names);
    const lines = [
      "# Generated from the protos.  DO NOT EDIT!",
      `"""The messages, enums and stubs of \`${folder.replaceAll("/", ".")}\`."""`,
      "",
      ...imports
        .filter(({ names }) => names.length > 0)
        .map(({ module, names }) => `from ${module} import ${listOf(names, "(", ")")}`),
      "",
      `__all__ = ${listOf(all.map((name) => `"${name}"`).sort(), "[", "]")}`,
    ];
    await writeFile(join(out, folder, "__init__.py"), `${lines.join("\n")}\n`);
    await writeFile(join(out, dirname(folder), "__init__.py"), "");
  }
}

function listOf(names: readonly string[], open: string, close: string): string {
  return [open, ...names.map((name) => `    ${name},`), close].join("\n");
}
