import type { Message } from "@bufbuild/protobuf";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { type EncodedOrNot, registrationOf } from "../catalog/registration-bytes.ts";
import { encodedField, isBinaryAnswer } from "./encoded-field.ts";

/** A message of an answer whose field 1 is a registration. */
export interface RegistrationAnswer extends Message {
  registration?: Registration | undefined;
}

/** Number of the field `registration` in every {@link RegistrationAnswer}. */
const FIELD_NUMBER = 1;

/**
 * Puts a registration into an answer, which may come as the bytes that are stored of it. To read
 * and write those again is half of what a read costs, so where the answer is written in binary they
 * go into it as they are; otherwise they are decoded.
 *
 * @param requestHeader of the call, whose content type says how its answer is written
 */
export function setRegistration(
  answer: RegistrationAnswer,
  registration: EncodedOrNot,
  requestHeader: Headers,
): void {
  if (registration instanceof Uint8Array && isBinaryAnswer(requestHeader)) {
    answer.$unknown = [encodedField(FIELD_NUMBER, registration)];
  } else {
    answer.registration = registrationOf({ registration });
  }
}
