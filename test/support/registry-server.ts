import type { ServiceImpl } from "@connectrpc/connect";
import { pino } from "pino";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { errorInterceptor } from "../../src/rpc/error-interceptor.ts";
import { createHttpListener } from "../../src/server/http.ts";

/** A server of a test's own. */
export interface RegistryServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a RegistryService that answers as a test wants, behind Modelwire's own listener. */
export async function startRegistryServer(
  service: Partial<ServiceImpl<typeof RegistryService>>,
): Promise<RegistryServer> {
  const listener = await createHttpListener({
    routes: (router) => router.service(RegistryService, service),
    interceptors: [errorInterceptor(pino({ level: "silent" }), () => false)],
    address: "127.0.0.1:0",
    maxMessageBytes: 16 * 1024 ** 2,
    ready: async () => ({ ready: true, reasons: [] }),
  });
  return { url: `http://${listener.address}`, close: () => listener.close(0) };
}
