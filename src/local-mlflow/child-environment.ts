import { delimiter } from "node:path";

// Each of these changes which code Python runs, where pip installs, or how MLflow serves.
const UNWANTED =
  /^(_?MLFLOW_|PYTHON|UVICORN_|GUNICORN_|WEB_CONCURRENCY$|PIP_(USER|TARGET|PREFIX|ROOT|REQUIREMENT|CONSTRAINT)$|UV_(PROJECT|SYSTEM_PYTHON|PYTHON|TARGET|PREFIX)|VIRTUAL_ENV|CONDA_PREFIX$|__PYVENV_LAUNCHER__$)/i;

/**
 * Copies this process's environment without the variables that would change what a pinned Python
 * or MLflow does, with `binDirectory` first on PATH and MLflow's usage reporting off.
 */
export function childEnvironment(binDirectory?: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !UNWANTED.test(name));
  const path = [binDirectory, process.env.PATH].filter(Boolean).join(delimiter);
  return {
    ...Object.fromEntries(kept),
    PATH: path,
    PYTHONUNBUFFERED: "1",
    MLFLOW_DISABLE_TELEMETRY: "true",
    DO_NOT_TRACK: "true",
  };
}
