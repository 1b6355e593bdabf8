import type { DescField, DescMessage, Message } from "@bufbuild/protobuf";
import {
  isReflectList,
  isReflectMap,
  isReflectMessage,
  type ReflectMessage,
  reflect,
} from "@bufbuild/protobuf/reflect";

/** A message with the descriptor that it is of. */
export interface Read {
  desc: DescMessage;
  message: Message;
}

/**
 * Compares a message with what a reader of another contract takes it for, over the fields that
 * the reader's contract has: names and values. Gives the first field that differs.
 */
export function firstDifference(written: Read, read: Read): string | undefined {
  return differ(reflect(written.desc, written.message), reflect(read.desc, read.message));
}

function differ(written: ReflectMessage, read: ReflectMessage): string | undefined {
  for (const field of read.fields) {
    const same = written.findNumber(field.number);
    const path = `${read.desc.typeName}.${field.name}`;
    if (same === undefined) {
      if (read.isSet(field)) return path;
    } else if (same.name !== field.name) {
      return path;
    } else if (written.isSet(same) !== read.isSet(field)) {
      if (!isUnknownEnum(field, written.get(same))) return path;
    } else if (read.isSet(field)) {
      const difference = differentValue(written.get(same), read.get(field), path);
      if (difference !== undefined) return difference;
    }
  }
  return undefined;
}

/** Tells whether a reader of JSON leaves an enum unset because it does not know the value. */
function isUnknownEnum(field: DescField, value: unknown): boolean {
  return field.fieldKind === "enum" && field.enum.value[Number(value)] === undefined;
}

function differentValue(written: unknown, read: unknown, path: string): string | undefined {
  if (isReflectMessage(written) && isReflectMessage(read)) return differ(written, read);
  if (isReflectList(written) && isReflectList(read)) {
    return differentValues([...written.entries()], [...read.entries()], path);
  }
  if (isReflectMap(written) && isReflectMap(read)) {
    return differentValues([...written.entries()], [...read.entries()], path);
  }
  if (written instanceof Uint8Array && read instanceof Uint8Array) {
    return Buffer.compare(written, read) === 0 ? undefined : path;
  }
  return Object.is(written, read) ? undefined : path;
}

function differentValues(
  written: [unknown, unknown][],
  read: [unknown, unknown][],
  path: string,
): string | undefined {
  const values = new Map(read);
  if (written.length !== read.length || written.some(([key]) => !values.has(key))) return path;
  for (const [key, value] of written) {
    const difference = differentValue(value, values.get(key), path);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
