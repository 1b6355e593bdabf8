import type { RegistryContext } from "../registry/context.ts";

/** What handlers need. */
export type RpcContext = RegistryContext;
