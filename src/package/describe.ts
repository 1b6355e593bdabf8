import type { ModelDescription } from "#gen/modelwire/registry/v1/model_description_pb.js";
import { environmentFiles } from "./describe-environment.ts";
import { describeFlavors } from "./describe-flavors.ts";
import { MLMODEL } from "./mlmodel.ts";
import { packagePaths } from "./path.ts";
import { printYaml } from "./yaml.ts";

/** Version of the MLflow client that a model is made for where its description names none. */
const DEFAULT_MLFLOW_VERSION = "3.4.0";

/** What makes the files of a model a package that MLflow loads. */
export interface DescribedModel {
  /** Text of the MLmodel file. */
  mlmodel: string;
  /** The files that the package lacks, the MLmodel among them. */
  files: { path: string; content: string }[];
}

/**
 * Describes a model as `log_model` of MLflow 3.4.0 does: the MLmodel file and the files of its
 * Python environment, each of these only where the package has none.
 *
 * The text says neither ids nor a time, so that the same model gives the same text; they are null
 * until `rewriteMlmodel` sets them.
 *
 * @param description one that `descriptionViolations` finds nothing wrong with
 * @param files the files of the package
 */
export function describeModel(
  description: ModelDescription,
  files: readonly { path: string; sizeBytes: number }[],
): DescribedModel {
  const paths = packagePaths(files.map(({ path }) => path));
  const { pythonVersion, mlflowVersion = DEFAULT_MLFLOW_VERSION, envVars } = description;
  const code = description.codeDirectory ?? (paths.hasFolder("code") ? "code" : undefined);
  const { flavors, requirements } = describeFlavors(description.flavor, { code, pythonVersion });
  const mlmodel = printYaml({
    artifact_path: null,
    ...(envVars.length > 0 && { env_vars: envVars }),
    flavors,
    mlflow_version: mlflowVersion,
    model_id: null,
    model_size_bytes: files.reduce((total, { sizeBytes }) => total + sizeBytes, 0),
    model_uuid: null,
    prompts: null,
    run_id: null,
    utc_time_created: null,
  });
  const environment = environmentFiles({
    paths,
    pythonVersion,
    mlflowVersion,
    given: description.pipRequirements,
    requirements,
    envVars,
  });
  return { mlmodel, files: [{ path: MLMODEL, content: mlmodel }, ...environment] };
}
