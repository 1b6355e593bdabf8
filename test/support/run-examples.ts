// Runs examples of the reference with the TypeScript client: a line of JSON each, answered by one.
import { writeFile } from "node:fs/promises";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { type DescMethod, type Message, toJson } from "@bufbuild/protobuf";
import { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { connect, type Modelwire } from "../../clients/typescript/src/connect.ts";

type Run = (modelwire: Modelwire, console: { log: (answer: Message) => void }) => Promise<void>;

const generated = "@modelwire/client/gen/";
// What an example imports is found from here, and the client as its package would have it.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith(generated)) {
      return next(`#gen/${specifier.slice(generated.length)}.js`, here(context));
    }
    return next(
      specifier,
      /^[@a-z]/.test(specifier) && !specifier.includes(":") ? here(context) : context,
    );
  },
});
const here = <C extends object>(context: C) => ({ ...context, parentURL: import.meta.url });

const methods: DescMethod[] = [
  RegistryService,
  EventService,
  WebhookService,
  AccessService,
].flatMap((service) => service.methods as DescMethod[]);
const [, , url = "", folder = ""] = process.argv;
const modelwire = connect({ url });
let attempt = 0;

for await (const line of createInterface({ input: process.stdin })) {
  const { name, code } = JSON.parse(line);
  const result = await run(name, code).then(
    (answers) => ({ answers }),
    (error: unknown) => ({ error: String(error instanceof Error ? error.stack : error) }),
  );
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

async function run(name: string, code: string): Promise<unknown[]> {
  const method = methods.find((method) => method.name === name);
  if (!method) throw new Error(`there is no RPC ${name}`);
  const imports = code.match(/^import .*$/gm) ?? [];
  const body = code.replace(/^import .*$/gm, "");
  const text = `${imports.join("\n")}\nexport async function run(modelwire, console) {\n${body}\n}\n`;
  const file = join(folder, `${name}-${attempt++}.ts`);
  await writeFile(file, text);
  const example = (await import(pathToFileURL(file).href)) as { run: Run };
  const answers: Message[] = [];
  await example.run(modelwire, { log: (answer) => void answers.push(answer) });
  return answers.map((answer) => toJson(method.output, answer));
}
