import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { quantile } from "../statistics.ts";

/** What came of registering for a while. */
export interface RegisterLoad {
  perSecond: number;
  /** Of those that were registered. */
  p99Ms: number;
  /** Calls that were told to come again. */
  refused: number;
}

const mlmodel = `flavors:
  python_function:
    loader_module: bench_loader
    python_version: 3.11.7
mlflow_version: 3.4.0
model_uuid: 00000000000000000000000000000000
utc_time_created: '2026-01-02 03:04:05.678901'
`;
const files = [{ path: "MLmodel", content: new TextEncoder().encode(mlmodel) }];

/** Registers models of one file for so long, so many at once, over gRPC. */
export async function registerFor(
  address: string,
  atOnce: number,
  seconds: number,
): Promise<RegisterLoad> {
  const client = createClient(
    RegistryService,
    createGrpcTransport({ baseUrl: `http://${address}` }),
  );
  const timesMs: number[] = [];
  let refused = 0;
  const began = performance.now();
  const register = async (caller: number) => {
    while (performance.now() - began < seconds * 1000) {
      const sentAt = performance.now();
      try {
        await client.registerBaseline({
          modelType: "bench",
          modelName: `bench-${caller}`,
          source: { case: "package", value: { files } },
        });
        timesMs.push(performance.now() - sentAt);
      } catch (error) {
        // Of an MLflow that has too much to do, some calls break off.
        const { code } = ConnectError.from(error);
        if (code !== Code.ResourceExhausted && code !== Code.Unavailable) throw error;
        refused += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, caller) => register(caller)));
  const tookSeconds = (performance.now() - began) / 1000;
  return { perSecond: timesMs.length / tookSeconds, p99Ms: quantile(timesMs, 0.99), refused };
}
