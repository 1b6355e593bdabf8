import type { DescEnum, DescField, DescMessage } from "@bufbuild/protobuf";
import { ScalarType } from "@bufbuild/protobuf";
import type { ApiContract, Page } from "./contract.ts";
import { createProse, type Prose } from "./prose.ts";

/** Makes the page of the messages and enums that a package's services share. */
export function makeTypesPage(contract: ApiContract, page: Page): string {
  const prose = createProse(contract, page.file);
  const parts = page.types.map((type) => describeType(contract, prose, type, "##"));
  const intro = `In alphabetical order of the files of \`proto/\`. [The index](README.md) says how fields are written.`;
  return [`# ${page.title}`, intro, ...parts].join("\n\n");
}

/** Describes a message or an enum below a heading. */
export function describeType(
  contract: ApiContract,
  prose: Prose,
  type: DescMessage | DescEnum,
  heading: string,
): string {
  const says = prose.paragraphs(contract.commentOf(type.typeName), { self: type.name });
  const table =
    type.kind === "enum" ? valuesOf(contract, prose, type) : fieldsOf(contract, prose, type);
  return [`${heading} ${type.name}`, ...says, table].join("\n\n");
}

function valuesOf(contract: ApiContract, prose: Prose, type: DescEnum): string {
  const rows = type.values.map(({ name }) => {
    const says = prose.cell(contract.commentOf(`${type.typeName}.${name}`), { self: name });
    return `| \`${name}\` | ${says} |`;
  });
  return ["| value | |", "| --- | --- |", ...rows].join("\n");
}

function fieldsOf(contract: ApiContract, prose: Prose, type: DescMessage): string {
  if (type.fields.length === 0) return "It has no fields.";
  const rows = type.fields.map((field) => {
    const says = prose.cell(contract.commentOf(`${type.typeName}.${field.name}`));
    return `| \`${field.name}\` | ${typeOf(prose, field)} | ${says} |`;
  });
  const oneofs = type.oneofs
    .filter((oneof) => oneof.fields.some((field) => field.oneof))
    .map((oneof) => {
      const says = prose.cell(contract.commentOf(`${type.typeName}.${oneof.name}`));
      const members = oneof.fields.map(({ name }) => `\`${name}\``).join(", ");
      return `\`${oneof.name}\` is one of ${members}. ${says}`;
    });
  return [["| field | type | |", "| --- | --- | --- |", ...rows].join("\n"), ...oneofs].join(
    "\n\n",
  );
}

function typeOf(prose: Prose, field: DescField): string {
  const of = elementOf(prose, field);
  if (field.fieldKind === "list") return `repeated ${of}`;
  if (field.fieldKind === "map") return `map of ${scalarName(field.mapKey)} to ${of}`;
  if (field.oneof) return `${of}, in \`${field.oneof.name}\``;
  return field.proto.proto3Optional ? `optional ${of}` : of;
}

function elementOf(prose: Prose, field: DescField): string {
  if (field.message) return prose.type(field.message.typeName);
  if (field.enum) return prose.type(field.enum.typeName);
  return field.scalar === undefined ? "" : scalarName(field.scalar);
}

function scalarName(scalar: ScalarType): string {
  return ScalarType[scalar].toLowerCase();
}
