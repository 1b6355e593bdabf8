import {
  type ConnectRouter,
  createMethodImplSpec,
  createServiceImplSpec,
  type Interceptor,
  type MethodImplSpec,
} from "@connectrpc/connect";

/** One RPC with its implementation. */
export interface Route {
  spec: MethodImplSpec;
  /** Interceptors that were registered with it in place of the listener's. */
  interceptors: Interceptor[] | undefined;
}

/** Collects what a function registers with a Connect router, an RPC each. */
export function collectRoutes(register: (router: ConnectRouter) => void): Route[] {
  const routes: Route[] = [];
  const router: ConnectRouter = {
    handlers: [],
    service(service, implementation, options) {
      const { methods } = createServiceImplSpec(service, implementation);
      for (const spec of Object.values(methods)) {
        routes.push({ spec, interceptors: options?.interceptors });
      }
      return router;
    },
    rpc(method, implementation, options) {
      const spec = createMethodImplSpec(method, implementation);
      routes.push({ spec, interceptors: options?.interceptors });
      return router;
    },
  };
  register(router);
  return routes;
}
