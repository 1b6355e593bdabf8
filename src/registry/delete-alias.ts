import type { DeleteAliasRequest } from "#gen/modelwire/registry/v1/changes_pb.js";
import { modelNotFound } from "../catalog/describe.ts";
import { refreshModel } from "../catalog/refresh-model.ts";
import { check } from "../validation.ts";
import { changeModel, checkEtag, originBy, tellMlflow, tokenOf } from "./change.ts";
import { deleteAliasRules } from "./change-rules.ts";
import type { RegistryContext } from "./context.ts";
import { etagOfTarget } from "./set-alias.ts";

/**
 * Deletes an alias; one that is not there is no error, whatever the etag.
 * @returns the token of reads that must have this in them
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND where there is no such registered model,
 *   ETAG_MISMATCH, MODEL_BUSY; MlflowError
 */
export async function deleteAlias(
  context: RegistryContext,
  request: DeleteAliasRequest,
  signal: AbortSignal,
): Promise<string> {
  check(deleteAliasRules, request);
  const { modelName: name, alias, etag } = request;
  const { registeredModels } = context.mlflow;
  return changeModel(context, name, signal, async (lock) => {
    let model = await refreshModel(context, lock);
    const current = model?.aliases[alias];
    if (model && current !== undefined) {
      if (etag !== undefined) checkEtag(etag, await etagOfTarget(context, lock, current));
      const originOf = originBy(
        context,
        ({ aliasChanged }) => aliasChanged?.alias === alias && aliasChanged.version === undefined,
      );
      model = await tellMlflow(context, lock, {
        calls: [() => registeredModels.deleteAlias(name, alias)],
        look: () => refreshModel(context, lock, originOf),
        isMade: (seen) => seen?.aliases[alias] === undefined,
      });
    }
    if (!model) throw modelNotFound(`there is no registered model ${name}`, name);
    return tokenOf(context, name);
  });
}
