import type { Server } from "@grpc/grpc-js";
import { HealthImplementation } from "grpc-health-check";

/** Answers `grpc.health.v1.Health` for the server as a whole (`""`) and for each service. */
export interface Health {
  /** Says whether the server can do its work, to checks and to those who watch. */
  setServing(serving: boolean): void;
  addToServer(server: Server): void;
}

/** Creates the health service for services by their full names; all begin as not serving. */
export function createHealth(serviceNames: readonly string[]): Health {
  const health = new HealthImplementation();
  const setServing = (serving: boolean) => {
    for (const name of ["", ...serviceNames]) {
      health.setStatus(name, serving ? "SERVING" : "NOT_SERVING");
    }
  };
  setServing(false);
  return { setServing, addToServer: (server) => health.addToServer(server) };
}
