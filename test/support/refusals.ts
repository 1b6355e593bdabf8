import type { ListenerObserver } from "../../src/server/listener-observer.ts";

/** Notes what a listener refuses. */
export interface Refusals {
  observer: ListenerObserver;
  /** Why connections were refused, in order. */
  readonly connections: string[];
  /** Calls that were ended because their callers were too slow. */
  readonly stalledCalls: number;
}

/** Creates what notes what a listener refuses. */
export function noteRefusals(): Refusals {
  const connections: string[] = [];
  let stalledCalls = 0;
  return {
    observer: {
      connectionRefused: (why) => void connections.push(why),
      callStalled() {
        stalledCalls += 1;
      },
    },
    connections,
    get stalledCalls() {
      return stalledCalls;
    },
  };
}
