import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createFileRegistry,
  type DescEnum,
  type DescMessage,
  type DescService,
  type FileRegistry,
} from "@bufbuild/protobuf";
import { buildImage, readImage } from "../../contract/buf.ts";
import { elementsOf } from "../../contract/elements.ts";

/** A page of the reference, with what it describes. */
export interface Page {
  /** Name in the folder of the reference. */
  file: string;
  title: string;
  /** Set for the page of a service, whose `types` are its requests and responses. */
  service?: DescService;
  types: (DescMessage | DescEnum)[];
}

/** What the reference tells of. */
export interface ApiContract {
  registry: FileRegistry;
  pages: Page[];
  services: DescService[];
  /** The enum of the reasons of errors, which has a page of its own. */
  reasons: DescEnum;
  /** The comment of a declared thing by its full name, with its lines; empty for none. */
  commentOf: (name: string) => string;
}

const reasonsName = "modelwire.registry.v1.ErrorReason";
const serviceNames = [
  "modelwire.registry.v1.RegistryService",
  "modelwire.event.v1.EventService",
  "modelwire.webhook.v1.WebhookService",
  "modelwire.access.v1.AccessService",
];

/** Reads the protos as they are, and divides what they declare into pages. */
export async function readApiContract(root: string): Promise<ApiContract> {
  const folder = await mkdtemp(join(tmpdir(), "modelwire-docs-"));
  try {
    const path = join(folder, "contract.binpb");
    const [wrong] = await buildImage(root, path);
    if (wrong) throw new Error(`${wrong.path}:${wrong.start_line}: ${wrong.message}`);
    const image = await readImage(path);
    const elements = elementsOf(image);
    const registry = createFileRegistry(image);
    const commentOf = (name: string) => elements.get(name)?.text ?? "";
    return { registry, ...divide(registry), commentOf };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function divide(registry: FileRegistry): Omit<ApiContract, "registry" | "commentOf"> {
  const files = [...registry.files]
    .filter((file) => file.proto.package.startsWith("modelwire."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const reasons = registry.getEnum(reasonsName);
  if (!reasons) throw new Error(`there is no ${reasonsName}`);
  const declared = files.flatMap((file) => file.services);
  const services = declared.sort((a, b) => rank(a) - rank(b));
  const placed = new Set<string>([reasonsName]);
  const pages: Page[] = services.map((service) => {
    const types = service.methods.flatMap(({ input, output }) => [input, output]);
    for (const { typeName } of types) placed.add(typeName);
    return { file: `${kebab(service.name)}.md`, title: service.name, service, types };
  });
  for (const service of services) {
    const packageName = service.file.proto.package;
    const types = files
      .filter((file) => file.proto.package === packageName)
      .flatMap((file) => [...file.messages, ...file.enums])
      .filter(({ typeName }) => !placed.has(typeName));
    const area = packageName.split(".")[1] ?? "";
    pages.push({ file: `${area}-types.md`, title: `Types of ${packageName}`, types });
  }
  return { pages, services, reasons };
}

function rank({ typeName }: DescService): number {
  const at = serviceNames.indexOf(typeName);
  return at < 0 ? serviceNames.length : at;
}

/** Writes a name in camel case in lower case with hyphens: `SetAlias` → `set-alias`. */
export function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}
