import type { Registration } from "#gen/modelwire/registry/v1/registration_pb.js";
import type { Clients } from "./clients.ts";
import { type BaselineRequest, newRequest, registerPersistently } from "./registration-fixtures.ts";

/** What was asked and what was answered. */
export interface Registered {
  request: BaselineRequest;
  registration: Registration;
}

/** Registrations that follow each other without a pause. */
export interface Load {
  /** All that were answered, which grow. */
  readonly registered: readonly Registered[];
  /** Waits until so many were answered. */
  reached(count: number): Promise<void>;
  /** Begins no more, and waits for those under way; fails where one has failed. */
  stop(): Promise<void>;
}

/** Keeps registering, each time in one of a few registered models. */
export function startLoad(clients: Clients, modelNames: readonly string[]): Load {
  const registered: Registered[] = [];
  const waiting = new Set<() => void>();
  let stopping = false;
  const work = async (modelName: string) => {
    while (!stopping) {
      const request = newRequest(modelName);
      registered.push({ request, registration: await registerPersistently(clients, request) });
      for (const wake of waiting) wake();
    }
  };
  const working = Promise.all(modelNames.map(work));
  // Told by `stop`, and to whom waits.
  working.catch(() => {});
  return {
    registered,
    async reached(count) {
      while (registered.length < count) {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.add(resolve);
        await Promise.race([promise, working]);
        waiting.delete(resolve);
      }
    },
    async stop() {
      stopping = true;
      await working;
    },
  };
}
