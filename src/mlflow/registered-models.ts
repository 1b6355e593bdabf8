import { z } from "zod";
import { MlflowError } from "./error.ts";
import { anything, keyValues, milliseconds, optionalText } from "./fields.ts";
import type { MlflowHttp } from "./http.ts";

const registeredModel = z.object({
  name: z.string(),
  creation_timestamp: milliseconds,
  last_updated_timestamp: milliseconds,
  description: optionalText,
  tags: keyValues,
  aliases: z
    .array(z.object({ alias: z.string(), version: z.coerce.string() }))
    .default([])
    .transform((list) => Object.fromEntries(list.map(({ alias, version }) => [alias, version]))),
  // The newest of each stage: of use only for the highest number, 0 where there is none.
  latest_versions: z
    .array(z.object({ version: z.coerce.number() }))
    .default([])
    .transform((list) => Math.max(0, ...list.map(({ version }) => version))),
});

/** A registered model, as MLflow answers it; its aliases have the versions that they point to. */
export type MlflowRegisteredModel = z.infer<typeof registeredModel>;

/** Tells whether a registered model is one of MLflow's prompts, which it keeps among them. */
export function isPrompt({ tags }: MlflowRegisteredModel): boolean {
  return tags["mlflow.prompt.is_prompt"] !== undefined;
}

const path = "/api/2.0/mlflow/registered-models";

/** MLflow's registered models. */
export interface RegisteredModels {
  /** @throws MlflowError `not_found` */
  get(name: string): Promise<MlflowRegisteredModel>;
  /** Gives a page of all registered models by name, prompts apart; the first without a token. */
  page(
    size: number,
    token: string | undefined,
  ): Promise<{ models: MlflowRegisteredModel[]; nextToken: string | undefined }>;
  /**
   * Makes a registered model of a name where there is none, and gives its `creation_timestamp`;
   * undefined where there was one.
   */
  ensure(name: string): Promise<number | undefined>;
  /**
   * Points an alias to a version, from wherever it pointed.
   * @throws MlflowError `not_found` where there is no such version, `refused` for a name that MLflow
   *   keeps for itself
   */
  setAlias(name: string, alias: string, version: string): Promise<void>;
  /**
   * Deletes an alias; one that is not there is no error.
   * @throws MlflowError `not_found` where there is no such registered model
   */
  deleteAlias(name: string, alias: string): Promise<void>;
}

/** Creates the client for registered models. */
export function createRegisteredModels(http: MlflowHttp): RegisteredModels {
  return {
    async get(name) {
      const call = { method: "GET", path: `${path}/get`, query: { name }, effect: "read" } as const;
      const one = z.object({ registered_model: registeredModel });
      return (await http.json(call, one)).registered_model;
    },
    async page(size, token) {
      const query = { max_results: size, order_by: "name ASC", page_token: token };
      const { registered_models: models, next_page_token: nextToken } = await http.json(
        { method: "GET", path: `${path}/search`, query, effect: "read" },
        z.object({
          registered_models: z.array(registeredModel).default([]),
          next_page_token: optionalText,
        }),
      );
      return { models, nextToken };
    },
    async ensure(name) {
      try {
        const made = await http.json(
          {
            method: "POST",
            path: `${path}/create`,
            json: { name },
            effect: "idempotent",
          },
          z.object({ registered_model: registeredModel }),
        );
        return made.registered_model.creation_timestamp;
      } catch (error) {
        if (!(error instanceof MlflowError && error.failure === "exists")) throw error;
        return undefined;
      }
    },
    async setAlias(name, alias, version) {
      const json = { name, alias, version };
      await http.json(
        { method: "POST", path: `${path}/alias`, json, effect: "idempotent" },
        anything,
      );
    },
    async deleteAlias(name, alias) {
      const json = { name, alias };
      await http.json(
        { method: "DELETE", path: `${path}/alias`, json, effect: "idempotent" },
        anything,
      );
    },
  };
}
