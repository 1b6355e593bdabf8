const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/** Leaves an endpoint alone after faults of our own side, such as a proxy that is not there. */
export interface FaultPause {
  isOver(): boolean;
  /** Tells of a fault: a pause begins, unless one is on. It is twice as long as the one before. */
  begin(): void;
  /** Tells of an attempt that no fault of ours kept from its end: the next pause is short again. */
  forget(): void;
}

/** Creates what makes the pauses of an endpoint, and calls `resume` after each. */
export function createFaultPause(resume: () => void): FaultPause {
  let until = 0;
  let nextMs = FIRST_MS;
  const isOver = () => performance.now() >= until;
  return {
    isOver,
    begin() {
      // Of the attempts that were under way together, one counts.
      if (!isOver()) return;
      until = performance.now() + nextMs;
      setTimeout(resume, nextMs + 1).unref();
      nextMs = Math.min(2 * nextMs, LONGEST_MS);
    },
    forget() {
      nextMs = FIRST_MS;
    },
  };
}
