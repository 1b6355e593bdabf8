import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { type Caller, keyOfIdentity } from "../identity/caller.ts";
import type { UploadRow } from "../store/uploads.ts";

/** Says who owns what a caller uploads; undefined where nobody has to say who they are. */
export function ownerOf({ identity }: Caller): string | undefined {
  return identity && keyOfIdentity(identity);
}

/**
 * Gives an upload to its owner, and to an administrator: for others it is one that is not there.
 * What was begun by nobody in particular is anybody's.
 */
export function ownUpload(caller: Caller, row: UploadRow | undefined): UploadRow | undefined {
  if (!row || row.owner === null || caller.scope === Scope.ADMIN) return row;
  return row.owner === ownerOf(caller) ? row : undefined;
}
