import { ModelVersionStatus } from "#gen/modelwire/registry/v1/model_version_pb.js";
import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import { improvementText } from "./improvement-text.ts";
import { type Field, time } from "./output.ts";

/** Lists what people want to see of a registration that was just made. */
export function briefFields(registration: Registration): Field[] {
  const info = registration.modelInfo;
  return [
    ["model_id", registration.modelId],
    ["model_uuid", info?.modelUuid],
    ["name", registration.modelName],
    ["version", registration.version],
    ["type", typeText(registration)],
    ["run", registration.runId],
    ["signature", info?.signature?.text.trim()],
    ["digest", info?.packageDigest && `sha256:${info.packageDigest}`],
    ["baseline", registration.baseline?.modelId],
    ["contributor", registration.contributor?.id],
    ["improvement", registration.improvements.map(improvementText).join("\n")],
  ];
}

/** Lists all of a registration that people look a model up for. */
export function fullFields(registration: Registration): Field[] {
  const { modelInfo: info, modelVersion: version } = registration;
  return [
    ...briefFields(registration),
    ["files", filesOf(registration)],
    [
      "flavors",
      Object.keys(info?.flavors ?? {})
        .sort()
        .join(", "),
    ],
    ["metadata", info?.metadata && JSON.stringify(info.metadata)],
    ["params", pairs(info?.params ?? {})],
    ["metrics", info?.metrics.map(({ key, value }) => `${key}=${value}`).join("\n")],
    ["status", version && ModelVersionStatus[version.status]?.toLowerCase()],
    ["aliases", version?.aliases.join(", ")],
    ["tags", pairs(version?.tags ?? {})],
    ["description", version?.description],
    ["source", version?.source],
    ["location", info?.artifactPath],
    ["saved by", info?.mlflowVersion && `MLflow ${info.mlflowVersion}`],
    ["saved", time(info?.utcTimeCreated)],
    ["registered", time(registration.registrationTime)],
  ];
}

/** Tells a kind of model and whether it is a baseline, such as `ranking (improved)`. */
export function typeText({
  modelType,
  isBaseline,
}: Pick<Registration, "modelType" | "isBaseline">): string | undefined {
  if (modelType === undefined || isBaseline === undefined) return modelType;
  return `${modelType} (${isBaseline ? "baseline" : "improved"})`;
}

function filesOf({ modelInfo }: Registration): string | undefined {
  const count = modelInfo?.files.length ?? 0;
  const size = modelInfo?.sizeBytes;
  const parts = [
    ...(count > 0 ? [count === 1 ? "1 file" : `${count} files`] : []),
    ...(size === undefined ? [] : [`${size.toLocaleString("en")} bytes`]),
  ];
  return parts.join(", ");
}

/** Lists the pairs of a map, sorted by key, one a line: `key=value`. */
export function pairs(map: Record<string, string>): string {
  return Object.keys(map)
    .sort()
    .map((key) => `${key}=${map[key]}`)
    .join("\n");
}
