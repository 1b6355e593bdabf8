import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import type { ScopeName } from "../config/scope-name.ts";

/** Gives the scope that a setting names. */
export const scopeOf: Record<ScopeName, Scope> = {
  read: Scope.READ,
  register: Scope.REGISTER,
  admin: Scope.ADMIN,
};
