/** What the paths of MLflow's API have after it, where that is an id or a file. */
const templates: [pattern: RegExp, template: string][] = [
  [/^(\/(?:ajax-)?api\/2\.0\/mlflow\/logged-models)\/(?!search$)[^/]+/, "$1/{model_id}"],
  [/^(\/api\/2\.0\/mlflow-artifacts\/artifacts)\/.*$/, "$1/{path}"],
  [/^(\/api\/2\.0\/mlflow-artifacts\/mpu\/[a-z]+)\/.*$/, "$1/{path}"],
];

/**
 * Gives the path of a call with names in place of what differs from call to call, so that there
 * are only as many as MLflow has endpoints.
 */
export function endpointTemplate(path: string): string {
  return templates.reduce((text, [pattern, template]) => text.replace(pattern, template), path);
}
