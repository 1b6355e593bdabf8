import { isFieldSet } from "@bufbuild/protobuf";
import {
  type DescriptorProto,
  type EnumDescriptorProto,
  type FieldDescriptorProto,
  FieldDescriptorProtoSchema,
  type FileDescriptorProto,
  type FileDescriptorSet,
} from "@bufbuild/protobuf/wkt";

/** Holds one thing that a contract declares. */
export interface Element {
  kind: "message" | "field" | "oneof" | "enum" | "enum value" | "service" | "RPC";
  /** Full name, such as `modelwire.event.v1.Event.sequence`. */
  name: string;
  /** Path of the file below `proto/`. */
  file: string;
  /** Counts from 1. */
  line: number;
  /** The comment above it, with white space made single spaces. Empty where there is none. */
  comment: string;
  /** The same comment with its lines as they are. */
  text: string;
  /** Number of a field or an enum value. */
  number?: number;
  /** Set for a field. */
  field?: FieldDescriptorProto;
  /** Full name of the oneof that a field is a member of. */
  oneof?: string;
  /** Declared by the compiler, not by the author: what belongs to a map's entry. */
  synthetic: boolean;
}

// Field numbers in descriptor.proto: source info names places by them.
const inFile = { message: 4, enum: 5, service: 6 };
const inMessage = { field: 2, message: 3, enum: 4, oneof: 8 };
const inEnum = { value: 2 };
const inService = { method: 2 };

/** Lists what an image declares, by full name, without what it imports from google. */
export function elementsOf(image: FileDescriptorSet): Map<string, Element> {
  const all = new Map<string, Element>();
  for (const file of image.file) {
    if (isOurs(file)) walkFile(file, all);
  }
  return all;
}

/** Tells whether a file of an image is of our contract, not imported from google. */
export function isOurs(file: FileDescriptorProto): boolean {
  return !file.package.startsWith("google.");
}

function walkFile(file: FileDescriptorProto, all: Map<string, Element>): void {
  const places = new Map(
    file.sourceCodeInfo?.location.map((location) => [location.path.join("."), location]),
  );
  const add = (
    kind: Element["kind"],
    name: string,
    path: number[],
    more: Partial<Pick<Element, "number" | "field" | "oneof" | "synthetic">> = {},
  ) => {
    const place = places.get(path.join("."));
    const text = place?.leadingComments ?? "";
    const comment = text.replace(/\s+/g, " ").trim();
    const line = (place?.span[0] ?? 0) + 1;
    all.set(name, { kind, name, file: file.name, line, comment, text, synthetic: false, ...more });
  };
  const walkEnum = (declared: EnumDescriptorProto, scope: string, path: number[]) => {
    const name = `${scope}.${declared.name}`;
    add("enum", name, path);
    for (const [i, value] of declared.value.entries()) {
      const number = value.number;
      add("enum value", `${name}.${value.name}`, [...path, inEnum.value, i], { number });
    }
  };
  const walkMessage = (declared: DescriptorProto, scope: string, path: number[]) => {
    const name = `${scope}.${declared.name}`;
    const synthetic = declared.options?.mapEntry ?? false;
    add("message", name, path, { synthetic });
    for (const [i, field] of declared.field.entries()) {
      const oneof = declared.oneofDecl.find((_, i) => hasOneof(field, i) && !field.proto3Optional);
      const more = {
        number: field.number,
        field,
        synthetic,
        ...(oneof && { oneof: `${name}.${oneof.name}` }),
      };
      add("field", `${name}.${field.name}`, [...path, inMessage.field, i], more);
    }
    for (const [i, oneof] of declared.oneofDecl.entries()) {
      // An `optional` field is the only member of a oneof that the compiler made for it.
      const members = declared.field.filter((field) => hasOneof(field, i));
      const made = members.every((field) => field.proto3Optional);
      if (!made) add("oneof", `${name}.${oneof.name}`, [...path, inMessage.oneof, i]);
    }
    for (const [i, nested] of declared.nestedType.entries()) {
      walkMessage(nested, name, [...path, inMessage.message, i]);
    }
    for (const [i, nested] of declared.enumType.entries()) {
      walkEnum(nested, name, [...path, inMessage.enum, i]);
    }
  };
  for (const [i, message] of file.messageType.entries()) {
    walkMessage(message, file.package, [inFile.message, i]);
  }
  for (const [i, declared] of file.enumType.entries()) {
    walkEnum(declared, file.package, [inFile.enum, i]);
  }
  for (const [i, service] of file.service.entries()) {
    const name = `${file.package}.${service.name}`;
    add("service", name, [inFile.service, i]);
    for (const [j, method] of service.method.entries()) {
      add("RPC", `${name}.${method.name}`, [inFile.service, i, inService.method, j]);
    }
  }
}

function hasOneof(field: FieldDescriptorProto, index: number): boolean {
  return (
    isFieldSet(field, FieldDescriptorProtoSchema.field.oneofIndex) && field.oneofIndex === index
  );
}
