import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { ErrorReason } from "#gen/modelwire/registry/v1/error_reason_pb.js";
import {
  type RegisterBaselineRequest,
  RegisterBaselineRequestSchema,
} from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { ModelwireError } from "../error.ts";
import { type PlannedRegistration, planBaseline } from "./plan.ts";

/** The fields of a request that a test sets. */
export type Init = Exclude<
  MessageInitShape<typeof RegisterBaselineRequestSchema>,
  RegisterBaselineRequest
>;
/** Where the model of a request is. */
export type Source = NonNullable<Init["source"]>;
/** A file of a package. */
export type File = { path: string; content?: Uint8Array<ArrayBuffer>; sha256?: string };

const defaults = { modelPrefix: "modelwire", experimentName: "Default" };
/** Gives the UTF-8 bytes of a text. */
export const bytes = (text: string) => new Uint8Array(Buffer.from(text));
/** The least that makes a directory a model. */
export const mlmodel: File = {
  path: "MLmodel",
  content: bytes("flavors:\n  python_function: {}\n"),
};
/** Makes a package of an MLmodel and other files. */
export const files = (...given: File[]): Source => ({
  case: "package",
  value: { files: [mlmodel, ...given] },
});
/** A request with a package, with nothing that may be left out. */
export const base: Init = { modelType: "classification", source: files() };
/** A request for a model that MLflow holds. */
export const held: Init = {
  modelType: "classification",
  source: { case: "mlflowUri", value: `models:/m-${"0".repeat(32)}` },
};

/** Plans a request. */
export function plan(init: Init): PlannedRegistration {
  return planBaseline(create(RegisterBaselineRequestSchema, init), defaults);
}

/** Gives what is wrong with a request, by field. */
export function wrong(init: Init): [string, string][] {
  try {
    plan(init);
  } catch (error) {
    if (!(error instanceof ModelwireError)) throw error;
    if (error.reason !== ErrorReason.INVALID_FIELD) throw error;
    return error.violations.map(({ field, description }) => [field, description]);
  }
  return [];
}
