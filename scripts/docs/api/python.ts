import {
  type DescEnum,
  type DescField,
  type DescMessage,
  type JsonValue,
  type Message,
  toJson,
} from "@bufbuild/protobuf";
import { type ReflectMessage, reflect, type ScalarValue } from "@bufbuild/protobuf/reflect";
import { type Struct, StructSchema } from "@bufbuild/protobuf/wkt";
import type { Example } from "./examples.ts";
import { type Literal, quoted, writeLiteral } from "./literal.ts";

const stubs: Record<string, string> = {
  RegistryService: "registry",
  EventService: "events",
  WebhookService: "webhooks",
  AccessService: "access",
};

/** Writes the call of an example for the Python client. */
export function writePython(example: Example): string {
  const { method, messages, endless } = example;
  const imports = new Imports();
  const requests = messages.map((message) => messageLiteral(method.input, message, imports));
  const call = `client.${stubs[method.parent.name]}.${method.name}`;
  const lines: string[] = [];
  if (method.methodKind === "client_streaming") {
    const list = {
      open: "[",
      close: "]",
      items: requests.map((value) => ({ label: "", value })),
    };
    lines.push(`requests = ${writeLiteral(list, 0, 4, 200)}`);
    lines.push(`print(${call}(iter(requests)))`);
  } else {
    const [request = ""] = requests;
    lines.push(`request = ${writeLiteral(request, 0, 4, "request = ".length)}`);
    if (method.methodKind === "unary") {
      lines.push(`print(${call}(request))`);
    } else {
      lines.push(`answers = ${call}(request)`, "for answer in answers:", "    print(answer)");
      if (endless) lines.push("    break", "answers.cancel()");
    }
  }
  return `${imports.write()}\n\n${lines.join("\n")}`;
}

class Imports {
  readonly #names = new Map<string, Set<string>>();

  /** Imports a message or an enum, and gives its name. */
  add({ typeName, name, file }: DescMessage | DescEnum): string {
    const ofGoogle = `${file.name.replaceAll("/", ".")}_pb2`;
    const module = typeName.startsWith("google.") ? ofGoogle : file.proto.package;
    this.#names.set(module, (this.#names.get(module) ?? new Set()).add(name));
    return name;
  }

  write(): string {
    const modules = [...this.#names].sort(([a], [b]) => (a < b ? -1 : 1));
    return modules
      .map(([module, names]) => {
        const items = [...names].sort().map((value) => ({ label: "", value }));
        const start = `from ${module} import `;
        const short = start + items.map(({ value }) => value).join(", ");
        if (short.length <= 88) return short;
        return start + writeLiteral({ open: "(", close: ")", items }, 0, 4, 200);
      })
      .join("\n");
  }
}

function messageLiteral(desc: DescMessage, message: Message, imports: Imports): Literal {
  return fieldsLiteral(reflect(desc, message), imports);
}

function fieldsLiteral(message: ReflectMessage, imports: Imports): Literal {
  const items = message.fields
    .filter((field) => message.isSet(field))
    .map((field) => ({ label: `${field.name}=`, value: fieldLiteral(message, field, imports) }));
  return { open: `${imports.add(message.desc)}(`, close: ")", items };
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
        label: `${JSON.stringify(key)}: `,
        value: one(field, value, imports),
      }));
      return { open: "{", close: "}", items };
    }
    default:
      return one(field, message.get(field), imports);
  }
}

function one(field: DescField, value: unknown, imports: Imports): Literal {
  if (field.enum) {
    return `${imports.add(field.enum)}.${field.enum.value[value as number]?.name}`;
  }
  if (field.message?.typeName === "google.protobuf.Struct") {
    return jsonLiteral(toJson(StructSchema, (value as ReflectMessage).message as Struct));
  }
  if (field.message) return fieldsLiteral(value as ReflectMessage, imports);
  return scalarLiteral(value as ScalarValue);
}

function scalarLiteral(value: ScalarValue): Literal {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  if (value instanceof Uint8Array) {
    const lines = linesOf(new TextDecoder().decode(value));
    const items = lines.map((line) => ({ label: "", value: `b${quoted(line)}` }));
    return lines.length === 1
      ? (items[0]?.value ?? "")
      : { open: "(", close: ")", items, between: "" };
  }
  return String(value);
}

/** Divides a text into its lines, each with its end. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function jsonLiteral(value: JsonValue): Literal {
  if (Array.isArray(value)) {
    const items = value.map((item) => ({ label: "", value: jsonLiteral(item) }));
    return { open: "[", close: "]", items };
  }
  if (typeof value === "object" && value !== null) {
    const items = Object.entries(value).map(([key, item]) => ({
      label: `${JSON.stringify(key)}: `,
      value: jsonLiteral(item ?? null),
    }));
    return { open: "{", close: "}", items };
  }
  return value === null ? "None" : scalarLiteral(value);
}
