import type { Message } from "@bufbuild/protobuf";
import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { type EncodedOrNot, registrationOf } from "../catalog/registration-bytes.ts";

/** A message of an answer whose field 1 is a registration. */
export interface RegistrationAnswer extends Message {
  registration?: Registration | undefined;
}

/** Number of the field `registration` in every {@link RegistrationAnswer}. */
const FIELD_NUMBER = 1;

/** The content types, over all protocols, of requests that are answered in binary. */
const BINARY = /^application\/(?:proto|grpc(?:-web)?(?:\+proto)?)$/;

/**
 * Puts a registration into an answer, which may come as the bytes that are stored of it. To read
 * and write those again is half of what a read costs, so where the answer is written in binary they
 * go into it as they are: as a field that the message does not know, which is written like any
 * other. JSON has no such fields, so for JSON, or for what is not surely binary, they are decoded.
 *
 * @param requestHeader of the call, whose content type says how its answer is written
 */
export function setRegistration(
  answer: RegistrationAnswer,
  registration: EncodedOrNot,
  requestHeader: Headers,
): void {
  const isBinary = BINARY.test(requestHeader.get("content-type") ?? "");
  if (registration instanceof Uint8Array && isBinary) {
    const length = new BinaryWriter().uint32(registration.length).finish();
    const data = Buffer.concat([length, registration]);
    answer.$unknown = [{ no: FIELD_NUMBER, wireType: WireType.LengthDelimited, data }];
  } else {
    answer.registration = registrationOf({ registration });
  }
}
