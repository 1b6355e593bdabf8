import { type DescEnum, type DescField, type JsonValue, toJson } from "@bufbuild/protobuf";
import { type ReflectMessage, reflect, type ScalarValue } from "@bufbuild/protobuf/reflect";
import {
  type Duration,
  type Struct,
  StructSchema,
  type Timestamp,
  timestampDate,
} from "@bufbuild/protobuf/wkt";
import type { Example } from "./examples.ts";
import { type Item, type Literal, quoted, writeLiteral } from "./literal.ts";

const clients: Record<string, string> = {
  RegistryService: "registry",
  EventService: "events",
  WebhookService: "webhooks",
  AccessService: "access",
};

/** Writes the call of an example for the TypeScript client. */
export function writeTypescript(example: Example): string {
  const { method, messages, endless } = example;
  const imports = new Map<string, Set<string>>();
  const requests = messages.map((message) => fields(reflect(method.input, message), imports));
  const call = `modelwire.${clients[method.parent.name]}.${method.localName}`;
  const lines: string[] = [];
  if (method.methodKind === "client_streaming") {
    lines.push("async function* requests() {");
    for (const request of requests) {
      lines.push(`  yield ${writeLiteral(request, 2, 2, "  yield ".length)} as const;`);
    }
    lines.push("}", `console.log(await ${call}(requests(), { timeoutMs: 0 }));`);
  } else if (method.methodKind === "unary") {
    const start = `const answer = await ${call}(`;
    lines.push(`${start}${writeLiteral(requests[0] ?? "", 0, 2, start.length)});`);
    lines.push("console.log(answer);");
  } else {
    const start = `const answers = ${call}(`;
    const request = writeLiteral(requests[0] ?? "", 0, 2, start.length);
    // Leaving the loop alone does not end the call.
    if (endless) lines.push("const ending = new AbortController();");
    const options = endless ? "{ signal: ending.signal, timeoutMs: 0 }" : "{ timeoutMs: 0 }";
    lines.push(`${start}${request}, ${options});`);
    lines.push("for await (const answer of answers) {", "  console.log(answer);");
    lines.push(...(endless ? ["  break;", "}", "ending.abort();"] : ["}"]));
  }
  const written = [...imports]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import { ${[...names].sort().join(", ")} } from "${module}";`);
  return [...written, ...(written.length > 0 ? [""] : []), ...lines].join("\n");
}

type Imports = Map<string, Set<string>>;

function add(imports: Imports, module: string, name: string): string {
  imports.set(module, (imports.get(module) ?? new Set()).add(name));
  return name;
}

function fields(message: ReflectMessage, imports: Imports): Literal {
  const items: Item[] = message.fields
    .filter((field) => message.isSet(field))
    .map((field) => {
      const value = fieldLiteral(message, field, imports);
      if (!field.oneof || field.proto.proto3Optional)
        return { label: `${field.localName}: `, value };
      const member = [
        { label: "case: ", value: JSON.stringify(field.localName) },
        { label: "value: ", value },
      ];
      const label = `${field.oneof.localName}: `;
      return { label, value: { open: "{ ", close: " }", items: member } };
    });
  return { open: "{ ", close: " }", items };
}

function fieldLiteral(message: ReflectMessage, field: DescField, imports: Imports): Literal {
  switch (field.fieldKind) {
    case "list": {
      const values = [...message.get(field)];
      const items = values.map((value) => ({ label: "", value: one(field, value, imports) }));
      return { open: "[", close: "]", items };
    }
    case "map": {
      const entries = [...message.get(field)];
      const items = entries.map(([key, value]) => ({
        label: `${keyLiteral(String(key))}: `,
        value: one(field, value, imports),
      }));
      return { open: "{ ", close: " }", items };
    }
    default:
      return one(field, message.get(field), imports);
  }
}

function one(field: DescField, value: unknown, imports: Imports): Literal {
  if (field.enum) return enumLiteral(field.enum, value as number, imports);
  if (!field.message) return scalarLiteral(value as ScalarValue);
  const { message } = value as ReflectMessage;
  switch (field.message.typeName) {
    case "google.protobuf.Struct":
      return jsonLiteral(toJson(StructSchema, message as Struct));
    case "google.protobuf.Timestamp": {
      const time = timestampDate(message as Timestamp).toISOString();
      return `${add(imports, "@bufbuild/protobuf/wkt", "timestampFromDate")}(new Date("${time}"))`;
    }
    case "google.protobuf.Duration":
      return `{ seconds: ${(message as Duration).seconds}n }`;
    default:
      return fields(value as ReflectMessage, imports);
  }
}

function enumLiteral(desc: DescEnum, number: number, imports: Imports): string {
  const module = `@modelwire/client/gen/${desc.file.name}_pb`;
  return `${add(imports, module, desc.name)}.${desc.value[number]?.localName}`;
}

function scalarLiteral(value: ScalarValue): Literal {
  if (typeof value === "string") return quoted(value);
  if (!(value instanceof Uint8Array)) return String(value);
  const lines = new TextDecoder().decode(value).split(/(?<=\n)/);
  const items = lines.map((line) => ({ label: "", value: quoted(line) }));
  return { open: "new TextEncoder().encode(", close: ")", items, between: " +" };
}

function jsonLiteral(value: JsonValue): Literal {
  if (Array.isArray(value)) {
    return {
      open: "[",
      close: "]",
      items: value.map((item) => ({ label: "", value: jsonLiteral(item) })),
    };
  }
  if (typeof value === "object" && value !== null) {
    const items = Object.entries(value).map(([key, item]) => ({
      label: `${keyLiteral(key)}: `,
      value: jsonLiteral(item ?? null),
    }));
    return { open: "{ ", close: " }", items };
  }
  return typeof value === "string" ? quoted(value) : String(value);
}

function keyLiteral(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
