import { Code, ConnectError } from "@connectrpc/connect";
import fc from "fast-check";
import type { Clients } from "./clients.ts";
import { type MlflowRest, RestError, type RestVersion } from "./mlflow-rest.ts";

/** Few names, so that what is deleted is made anew and what is renamed meets others. */
const NAMES = ["ant", "bee", "cat", "dog"];
const ALIASES = ["champion", "staging"];
const KEYS = ["team", "note"];
const STAGES = ["None", "Staging", "Production", "Archived"];

/** One thing that somebody does, with numbers that choose of what there is at that moment. */
export interface Step {
  act: Act;
  /** Chooses a registered model. */
  model: number;
  /** Chooses a version. */
  version: number;
  /** Chooses anything else. */
  value: number;
}

const acts = [
  "create model",
  "delete model",
  "rename model",
  "describe model",
  "tag model",
  "create version",
  "create version",
  "delete version",
  "describe version",
  "set tag",
  "delete tag",
  "move stage",
  "set alias",
  "set alias",
  "delete alias",
  "register",
  "register",
  "set alias through Modelwire",
  "delete alias through Modelwire",
  "set tags through Modelwire",
  "describe through Modelwire",
  "delete version through Modelwire",
  "reconcile",
] as const;

type Act = (typeof acts)[number];

/** Makes histories of up to `most` steps. */
export function histories(most: number): fc.Arbitrary<Step[]> {
  const number = fc.nat(1000);
  const step = fc.record({
    act: fc.constantFrom(...acts),
    model: number,
    version: number,
    value: number,
  });
  return fc.array(step, { minLength: Math.floor(most / 2), maxLength: most });
}

/** What a history is played on. */
export interface Stage {
  rest: MlflowRest;
  clients: Clients;
  /** `models:/m-…` of a logged model that versions are made of. */
  source: string;
  /** Waits until Modelwire has seen all that MLflow has. */
  reconcile(): Promise<void>;
}

/**
 * Does one step; one that MLflow refuses, as a name that is taken, is no step.
 * @param isAlone whether no other step is done at the same time, which could take away what this
 *   one chose
 */
export async function play(stage: Stage, step: Step, isAlone: boolean): Promise<void> {
  try {
    await playStep(stage, step);
  } catch (error) {
    const refused =
      error instanceof RestError
        ? error.status < 500 || !isAlone
        : !isAlone &&
          error instanceof ConnectError &&
          [Code.NotFound, Code.FailedPrecondition, Code.Unavailable].includes(error.code);
    // Which step it was is what one wants to know of a history.
    if (!refused) throw new Error(JSON.stringify(step), { cause: error });
  }
}

async function playStep(stage: Stage, { act, model, version, value }: Step): Promise<void> {
  const { rest, clients, source } = stage;
  const { registry } = clients;
  const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];
  const name = pick(NAMES, model) ?? "";
  const other = pick(NAMES, value) ?? "";
  const alias = pick(ALIASES, value) ?? "";
  const key = pick(KEYS, value) ?? "";
  const text = `text ${value % 7}`;
  const versions = async () => (await rest.versions()).filter((one) => one.name === name);
  const withVersion = async (work: (one: RestVersion) => Promise<unknown>) => {
    const one = pick(await versions(), version);
    if (one) await work(one);
  };
  const ref = (one: RestVersion) =>
    ({ ref: { case: "nameVersion", value: { name, version: one.version } } }) as const;
  switch (act) {
    case "create model":
      return rest.createModel(name);
    case "delete model":
      return rest.deleteModel(name);
    case "rename model":
      return name === other ? undefined : rest.renameModel(name, other);
    case "describe model":
      return rest.describeModel(name, text);
    case "tag model":
      return rest.setModelTag(name, key, text);
    case "create version": {
      await rest.createModel(name).catch(() => {});
      const modelId = source.slice("models:/".length);
      await rest.createVersion(name, source, {
        modelId,
        ...(value % 2 && { tags: { team: text } }),
      });
      return;
    }
    case "delete version":
      return withVersion((one) => rest.deleteVersion(name, one.version));
    case "describe version":
      return withVersion((one) => rest.describeVersion(name, one.version, text));
    case "set tag":
      return withVersion((one) => rest.setTag(name, one.version, key, text));
    case "delete tag":
      return withVersion((one) => rest.deleteTag(name, one.version, key));
    case "move stage":
      return withVersion((one) => rest.moveStage(name, one.version, pick(STAGES, value) ?? ""));
    case "set alias":
      return withVersion((one) => rest.setAlias(name, alias, one.version));
    case "delete alias":
      return rest.deleteAlias(name, alias);
    case "register":
      await registry.registerBaseline({
        modelType: "history",
        modelName: name,
        source: { case: "mlflowUri", value: source },
      });
      return;
    case "set alias through Modelwire":
      return withVersion((one) =>
        registry.setAlias({ modelName: name, alias, version: one.version }),
      );
    case "delete alias through Modelwire":
      return withVersion(() => registry.deleteAlias({ modelName: name, alias }));
    case "set tags through Modelwire":
      return withVersion((one) => registry.setTags({ ref: ref(one), tags: { [key]: text } }));
    case "describe through Modelwire":
      return withVersion((one) => registry.updateDescription({ ref: ref(one), description: text }));
    case "delete version through Modelwire":
      return withVersion((one) => registry.deleteModelVersion({ ref: ref(one) }));
    case "reconcile":
      return stage.reconcile();
  }
}
