import type { VersionSummary } from "#gen/modelwire/registry/v1/registered_model_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { table, time } from "./output.ts";
import { typeText } from "./registration-text.ts";

/** What a table shows of a version, whether it came as a registration or as a summary. */
type Version = Pick<
  VersionSummary,
  "modelVersion" | "modelUuid" | "modelType" | "isBaseline" | "contributor"
>;

/** Lays model versions out in a table, one a row. */
export function versionTable(versions: readonly Version[]): string {
  const headings = ["MODEL", "MODEL_UUID", "TYPE", "CREATED", "ALIASES", "CONTRIBUTOR"];
  const rows = versions.map((version) => {
    const { modelVersion, modelUuid, contributor } = version;
    return [
      `${modelVersion?.name}/${modelVersion?.version}`,
      modelUuid ?? "",
      typeText(version) ?? "",
      time(modelVersion?.creationTime),
      modelVersion?.aliases.join(", ") ?? "",
      contributor?.id ?? "",
    ];
  });
  return table(headings, rows);
}

/** Gives of a registration what {@link versionTable} shows. */
export function versionOf(registration: Registration): Version {
  const { modelVersion, modelInfo, modelType, isBaseline, contributor } = registration;
  return {
    modelVersion,
    ...(modelInfo && { modelUuid: modelInfo.modelUuid }),
    ...(modelType !== undefined && { modelType }),
    ...(isBaseline !== undefined && { isBaseline }),
    ...(contributor && { contributor }),
  };
}
