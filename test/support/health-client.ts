import { Client, type ClientReadableStream, credentials } from "@grpc/grpc-js";
import { service as healthService } from "grpc-health-check";

/** Asks a server for its health over gRPC. */
export interface HealthClient {
  /** Gives the status of a service, such as `SERVING`; of the whole server where it is `""`. */
  check(service: string): Promise<string>;
  /** Gives the list of all that were told to a watcher, which grows. */
  watch(service: string): string[];
  close(): void;
}

interface Answer {
  status: string;
}

/** Creates a client of `host:port`. */
export function createHealthClient(address: string): HealthClient {
  const { Check, Watch } = healthService;
  if (!Check || !Watch) throw new Error("grpc-health-check has no such methods");
  const client = new Client(address, credentials.createInsecure());
  const watches: ClientReadableStream<Answer>[] = [];
  return {
    check: (service) =>
      new Promise((resolve, reject) => {
        client.makeUnaryRequest(
          Check.path,
          Check.requestSerialize,
          Check.responseDeserialize as (bytes: Buffer) => Answer,
          { service },
          (error, answer) => (error ? reject(error) : resolve(answer?.status ?? "")),
        );
      }),
    watch(service) {
      const told: string[] = [];
      const watch = client.makeServerStreamRequest(
        Watch.path,
        Watch.requestSerialize,
        Watch.responseDeserialize as (bytes: Buffer) => Answer,
        { service },
      );
      watch.on("data", ({ status }: Answer) => told.push(status));
      watch.on("error", () => told.push("ended"));
      watches.push(watch);
      return told;
    },
    close() {
      for (const watch of watches) {
        watch.removeAllListeners("error").on("error", () => {});
        watch.cancel();
      }
      client.close();
    },
  };
}
