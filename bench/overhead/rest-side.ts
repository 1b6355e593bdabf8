import { Agent, request } from "undici";

const CONNECTIONS = 32;

/** The least that MLflow's REST API needs for what a registration makes, and nothing else. */
export interface RestSide {
  /**
   * Opens connections anew: MLflow closes those that are idle for two seconds, which on a busy
   * machine others may take for their turn.
   */
  connect(): Promise<void>;
  register(files: readonly { path: string; content: Uint8Array }[], name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Creates the bare REST sequence, with what may run side by side side by side. */
export function createRestSide(trackingUri: string): RestSide {
  let dispatcher = new Agent();
  async function call<T>(method: string, path: string, body: unknown, may400 = false): Promise<T> {
    const raw = body instanceof Uint8Array;
    const response = await request(`${trackingUri}${path}`, {
      method: method as "POST",
      dispatcher,
      headers: raw ? {} : { "content-type": "application/json" },
      body: raw ? body : JSON.stringify(body),
    });
    const text = await response.body.text();
    const ok = response.statusCode === 200 || (may400 && response.statusCode === 400);
    if (!ok) throw new Error(`${method} ${path}: ${response.statusCode} ${text}`);
    return JSON.parse(text || "{}") as T;
  }
  const api = "/api/2.0/mlflow";
  return {
    async connect() {
      await dispatcher.close();
      dispatcher = new Agent({ connections: CONNECTIONS, keepAliveTimeout: 60_000 });
      await Promise.all(
        Array.from({ length: CONNECTIONS }, async () => {
          const { body } = await request(`${trackingUri}/version`, { dispatcher });
          await body.dump();
        }),
      );
    },
    async register(files, name) {
      const [run] = await Promise.all([
        call<{ run: { info: { run_id: string } } }>("POST", `${api}/runs/create`, {
          experiment_id: "0",
          start_time: Date.now(),
        }),
        call("POST", `${api}/registered-models/create`, { name }, true),
      ]);
      const runId = run.run.info.run_id;
      const { model } = await call<{ model: { info: { model_id: string } } }>(
        "POST",
        `${api}/logged-models`,
        { experiment_id: "0", name: "model", source_run_id: runId },
      );
      const id = model.info.model_id;
      await Promise.all([
        ...files.map((file) =>
          call(
            "PUT",
            `/api/2.0/mlflow-artifacts/artifacts/0/models/${id}/artifacts/${file.path}`,
            file.content,
          ),
        ),
        call("POST", `${api}/runs/log-batch`, {
          run_id: runId,
          params: [{ key: "model_type", value: "bench" }],
        }),
        call("POST", `${api}/runs/outputs`, { run_id: runId, models: [{ model_id: id, step: 0 }] }),
      ]);
      await call("PATCH", `${api}/logged-models/${id}`, {
        model_id: id,
        status: "LOGGED_MODEL_READY",
      });
      await Promise.all([
        call("POST", `${api}/model-versions/create`, {
          name,
          source: `models:/${id}`,
          model_id: id,
          run_id: runId,
          tags: [{ key: "model_uuid", value: id }],
        }),
        call("POST", `${api}/runs/update`, {
          run_id: runId,
          status: "FINISHED",
          end_time: Date.now(),
        }),
      ]);
    },
    stop: () => dispatcher.close(),
  };
}
