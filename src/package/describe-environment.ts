import type { PackagePaths } from "./path.ts";
import { printYaml } from "./yaml.ts";

/** Names of the files that say which Python environment a model needs, as MLflow has them. */
export const REQUIREMENTS_FILE = "requirements.txt";
/** See {@link REQUIREMENTS_FILE}. */
export const CONDA_FILE = "conda.yaml";
/** See {@link REQUIREMENTS_FILE}. */
export const PYTHON_ENV_FILE = "python_env.yaml";
const ENV_VARS_FILE = "environment_variables.txt";

/** What the environment of a model is made of. */
export interface EnvironmentParts {
  /** The files that the package has: none of them is written again. */
  paths: PackagePaths;
  pythonVersion: string | undefined;
  mlflowVersion: string;
  /** Requirements that were given; empty where none were. */
  given: readonly string[];
  /** What the flavor needs, for where none were given. */
  requirements: readonly string[];
  envVars: readonly string[];
}

/**
 * Writes the files of a model's Python environment that its package lacks, as MLflow 3.4.0 does
 * (mlflow/utils/environment.py, and `Model.log` for the names of variables).
 *
 * Versions of pip, setuptools and wheel are left out: what made the model is not known. Where the
 * package has its own requirements.txt and none were given besides, conda.yaml refers to that.
 */
export function environmentFiles(parts: EnvironmentParts): { path: string; content: string }[] {
  const { paths, given, pythonVersion, mlflowVersion, envVars } = parts;
  const needed = given.length > 0 ? given : parts.requirements;
  const requirements = needed.some(namesMlflow) ? needed : [`mlflow==${mlflowVersion}`, ...needed];
  const isMissing = (path: string) => !paths.hasFile(path) && !paths.hasFolder(path);
  const refersToFile = given.length === 0 && !isMissing(REQUIREMENTS_FILE);
  const condaEnvironment = {
    channels: ["conda-forge"],
    dependencies: [
      ...(pythonVersion === undefined ? [] : [`python=${pythonVersion}`]),
      "pip",
      { pip: refersToFile ? [`-r ${REQUIREMENTS_FILE}`] : [...requirements] },
    ],
    name: "mlflow-env",
  };
  const pythonEnvironment = {
    ...(pythonVersion !== undefined && { python: pythonVersion }),
    build_dependencies: ["pip", "setuptools", "wheel"],
    dependencies: [`-r ${REQUIREMENTS_FILE}`],
  };
  const files = [
    { path: REQUIREMENTS_FILE, content: requirements.join("\n") },
    { path: CONDA_FILE, content: printYaml(condaEnvironment) },
    { path: PYTHON_ENV_FILE, content: printYaml(pythonEnvironment) },
    ...(envVars.length > 0
      ? [{ path: ENV_VARS_FILE, content: `${ENV_VARS_HEADER}${envVars.join("\n")}\n` }]
      : []),
  ];
  return files.filter(({ path }) => isMissing(path));
}

const ENV_VARS_HEADER = `# This file records environment variable names that are used during model inference.
# They might need to be set when creating a serving endpoint from this model.
# Note: it is not guaranteed that all environment variables listed here are required
`;

function namesMlflow(requirement: string): boolean {
  return /^\s*mlflow(?:[-_.]+skinny)?(?![\w.-])/i.test(requirement);
}
