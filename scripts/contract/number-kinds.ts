import { FieldDescriptorProto_Type as Type } from "@bufbuild/protobuf/wkt";
import type { Element } from "./elements.ts";
import type { Finding } from "./finding.ts";

const scalars = new Map<Type, string>([
  [Type.INT64, "int64"],
  [Type.UINT64, "uint64"],
  [Type.SINT64, "sint64"],
  [Type.FIXED64, "fixed64"],
  [Type.SFIXED64, "sfixed64"],
]);
const wrappers = [".google.protobuf.Int64Value", ".google.protobuf.UInt64Value"];

/** Refuses integers of 64 bits, which ProtoJSON writes as strings. */
export function checkNumberKinds(elements: Map<string, Element>): Finding[] {
  const findings: Finding[] = [];
  for (const element of elements.values()) {
    const { field } = element;
    if (field === undefined) continue;
    const wrapper = wrappers.find((wrapper) => wrapper === field.typeName)?.slice(1);
    const kind = scalars.get(field.type) ?? wrapper;
    if (kind === undefined) continue;
    const { name, file, line } = element.synthetic ? mapOf(element, elements) : element;
    findings.push({
      where: `proto/${file}:${line}`,
      broke: `field ${name} ${element.synthetic ? "has a map" : "is"} of ${kind}, which JSON carries as a string`,
      noticed: 'whoever reads the JSON gets "5" where the same field in binary is the number 5',
      mend: "take int32 or uint32 where they suffice, double for a measure, or string and say so",
    });
  }
  return findings;
}

/** Finds the map that the field of an entry belongs to: the author wrote that, not the entry. */
function mapOf(part: Element, elements: Map<string, Element>): Element {
  const entry = `.${part.name.slice(0, part.name.lastIndexOf("."))}`;
  return [...elements.values()].find(({ field }) => field?.typeName === entry) ?? part;
}
