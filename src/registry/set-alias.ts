import type { SetAliasRequest } from "#gen/modelwire/registry/v1/changes_pb.js";
import type { ModelLock } from "../catalog/lock.ts";
import { refreshModel } from "../catalog/refresh-model.ts";
import { refreshVersion } from "../catalog/refresh-version.ts";
import { findVersionByName } from "../store/catalog-versions.ts";
import { check } from "../validation.ts";
import {
  changeModel,
  checkEtag,
  originBy,
  orNotFound,
  readVersion,
  seeVersion,
  tellMlflow,
  tokenOf,
  versionNotFound,
} from "./change.ts";
import { setAliasRules } from "./change-rules.ts";
import type { ChangeAnswer } from "./change-version.ts";
import type { RegistryContext } from "./context.ts";

/**
 * Points an alias to a version, unless it points there already: then nothing is done, whatever the
 * etag, so that a repeat of what was done succeeds.
 * @throws ModelwireError INVALID_FIELD, MODEL_NOT_FOUND, ETAG_MISMATCH, MODEL_BUSY; MlflowError
 */
export async function setAlias(
  context: RegistryContext,
  request: SetAliasRequest,
  signal: AbortSignal,
): Promise<ChangeAnswer> {
  check(setAliasRules, request);
  const { modelName: name, alias, version, etag } = request;
  const { registeredModels } = context.mlflow;
  return changeModel(context, name, signal, async (lock) => {
    // The version first: an alias of one that is not in the catalog is not written down.
    await seeVersion(context, lock, version);
    const model = await refreshModel(context, lock);
    const current = model?.aliases[alias];
    if (current !== version) {
      if (etag !== undefined) checkEtag(etag, await etagOfTarget(context, lock, current));
      const originOf = originBy(
        context,
        ({ aliasChanged }) => aliasChanged?.alias === alias && aliasChanged.version === version,
      );
      await tellMlflow(context, lock, {
        calls: [() => registeredModels.setAlias(name, alias, version)],
        look: () => refreshModel(context, lock, originOf),
        isMade: (seen) => seen?.aliases[alias] === version,
      }).catch((error) => orNotFound(context, { name, version }, error));
    }
    const row = await findVersionByName(context.store.db, name, Number(version));
    if (!row) throw await versionNotFound(context, { name, version });
    return { version: readVersion(row).summary, consistencyToken: await tokenOf(context, name) };
  });
}

/**
 * Gives the etag of the version that an alias points to; an empty one where it points nowhere, as
 * one of MLflow 3.4 does whose version was deleted.
 */
export async function etagOfTarget(
  context: RegistryContext,
  lock: ModelLock,
  version: string | undefined,
): Promise<string> {
  const row = version === undefined ? undefined : await refreshVersion(context, lock, version);
  return row ? readVersion(row).summary.etag : "";
}
