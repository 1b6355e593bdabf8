import { fromJson, type JsonValue, toJson } from "@bufbuild/protobuf";
import {
  type ModelVersionRef,
  ModelVersionRefSchema,
} from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { invalidField } from "../error.ts";

/** A reference to a model version as it is kept with a plan: the ProtoJSON of ModelVersionRef. */
export type ReferenceJson = JsonValue;

/** Keeps a reference. @throws ModelwireError INVALID_FIELD where it names nothing */
export function referenceJson(
  reference: ModelVersionRef | undefined,
  field: string,
): ReferenceJson {
  if (reference?.ref.case === undefined) {
    throw invalidField(field, "expected one of model_id, name_version, name_alias and model_uuid");
  }
  return toJson(ModelVersionRefSchema, reference);
}

/** Reads a reference that was kept. */
export function readReference(json: ReferenceJson): ModelVersionRef {
  return fromJson(ModelVersionRefSchema, json);
}
