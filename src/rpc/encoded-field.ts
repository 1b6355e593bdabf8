import type { UnknownField } from "@bufbuild/protobuf";
import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** The content types, over all protocols, of requests that are answered in binary. */
const BINARY = /^application\/(?:(?:connect\+)?proto|grpc(?:-web)?(?:\+proto)?)$/;

/**
 * Tells whether an answer is surely written in binary: then bytes that are stored of a message can
 * go into it as they are. JSON has no field that its message does not know.
 *
 * @param requestHeader of the call, whose content type says how its answer is written
 */
export function isBinaryAnswer(requestHeader: Headers): boolean {
  return BINARY.test(requestHeader.get("content-type") ?? "");
}

/** Makes a field of a message's bytes, to be written like one that a message does not know. */
export function encodedField(fieldNumber: number, message: Uint8Array): UnknownField {
  const length = new BinaryWriter().uint32(message.length).finish();
  const data = Buffer.concat([length, message]);
  return { no: fieldNumber, wireType: WireType.LengthDelimited, data };
}
