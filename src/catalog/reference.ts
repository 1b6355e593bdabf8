import type { ModelVersionRef } from "#gen/modelwire/registry/v1/model_version_ref_pb.js";
import { invalidField } from "../error.ts";
import { alias, modelName, modelUuid, version } from "./name-rules.ts";

/** What a reference to a model version names, checked. */
export type VersionReference =
  | { by: "uuid"; uuid: string }
  | { by: "version"; name: string; version: string }
  | { by: "alias"; name: string; alias: string };

/**
 * Reads a reference, which stands in the request's `field`.
 * @throws ModelwireError INVALID_FIELD
 */
export function readVersionReference(
  reference: ModelVersionRef | undefined,
  field: string,
): VersionReference {
  const ref = reference?.ref;
  switch (ref?.case) {
    case "modelUuid":
      return readUuid(ref.value, `${field}.model_uuid`);
    case "modelId": {
      const slash = ref.value.lastIndexOf("/");
      const [name, number] = [ref.value.slice(0, slash), ref.value.slice(slash + 1)];
      if (slash < 1)
        throw invalidField(`${field}.model_id`, "expected name/version, such as lead_scoring/3");
      expect(modelName, name, `${field}.model_id`);
      expect(version, number, `${field}.model_id`);
      return { by: "version", name, version: number };
    }
    case "nameVersion":
      expect(modelName, ref.value.name, `${field}.name_version.name`);
      expect(version, ref.value.version, `${field}.name_version.version`);
      return { by: "version", name: ref.value.name, version: ref.value.version };
    case "nameAlias":
      expect(modelName, ref.value.name, `${field}.name_alias.name`);
      expect(alias, ref.value.alias, `${field}.name_alias.alias`);
      return { by: "alias", name: ref.value.name, alias: ref.value.alias };
    case undefined:
      throw invalidField(
        field,
        "expected one of model_id, name_version, name_alias and model_uuid",
      );
  }
}

/** Reads a uuid, which stands in the request's `field`. @throws ModelwireError INVALID_FIELD */
export function readUuid(uuid: string, field: string): VersionReference {
  expect(modelUuid, uuid, field);
  return { by: "uuid", uuid };
}

function expect(rule: typeof modelUuid, value: string, field: string): void {
  const issue = rule.safeParse(value).error?.issues[0];
  if (issue) throw invalidField(field, issue.message);
}
