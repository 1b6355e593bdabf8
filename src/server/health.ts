import type { Server } from "@grpc/grpc-js";
import { HealthImplementation } from "grpc-health-check";

/** The name by which health checks ask for MLflow, which no service's health depends on. */
export const MLFLOW_HEALTH = "modelwire.mlflow";

/**
 * Answers `grpc.health.v1.Health` for the server as a whole (`""`), for each service, and for what
 * has a name of its own.
 */
export interface Health {
  /**
   * Says whether the server and its services can do their work, to checks and to those who watch;
   * with a name, whether that which it names can.
   */
  setServing(serving: boolean, name?: string): void;
  addToServer(server: Server): void;
}

/** Creates the health service for services by their full names; all begin as not serving. */
export function createHealth(serviceNames: readonly string[]): Health {
  const health = new HealthImplementation();
  const setServing = (serving: boolean, name?: string) => {
    for (const each of name === undefined ? ["", ...serviceNames] : [name]) {
      health.setStatus(each, serving ? "SERVING" : "NOT_SERVING");
    }
  };
  setServing(false);
  return { setServing, addToServer: (server) => health.addToServer(server) };
}
