/** `local`: a call that the database answers. `remote`: one that others may keep waiting. */
export type CallKind = "local" | "remote";

/** A call that waits for its turn. */
export interface Waiter {
  enter(): void;
  refuse(error: unknown): void;
}

/** The queue of calls: a line for each caller and kind of call, which have their turns in order. */
export interface WaitingLines {
  /** Calls that wait. */
  readonly length: number;
  /** Whether no further call of a kind may wait. */
  isFull(kind: CallKind): boolean;
  /** Puts a call at the end of its caller's line. What it gives takes it out again. */
  join(caller: string, kind: CallKind, waiter: Waiter): () => void;
  /** Takes out the call whose turn it is, of those whose kind may run. */
  takeNext(mayRun: (kind: CallKind) => boolean): Waiter | undefined;
  /**
   * Finds whom to refuse so that a call can wait in a full queue: the last of the longest line that
   * is longer than its own would be; undefined where there is none.
   */
  lastOfLongest(caller: string, kind: CallKind): Waiter | undefined;
}

interface Line {
  kind: CallKind;
  waiters: Set<Waiter>;
}

/**
 * Creates the queue.
 * @param most how many calls may wait: `local` in all, `remote` of those of that kind
 */
export function createWaitingLines(most: Record<CallKind, number>): WaitingLines {
  // In the order of their turns, each with its calls in the order that they came in.
  const lines = new Map<string, Line>();
  const waiting: Record<CallKind, number> = { local: 0, remote: 0 };
  const length = () => waiting.local + waiting.remote;
  const keyOf = (caller: string, kind: CallKind) => `${kind} ${caller}`;

  function remove(key: string, waiter: Waiter): void {
    const line = lines.get(key);
    if (!line?.waiters.delete(waiter)) return;
    waiting[line.kind] -= 1;
    if (line.waiters.size === 0) lines.delete(key);
  }

  return {
    get length() {
      return length();
    },
    isFull: (kind) => length() >= most.local || waiting[kind] >= most[kind],
    join(caller, kind, waiter) {
      const key = keyOf(caller, kind);
      const line = lines.get(key) ?? { kind, waiters: new Set() };
      lines.set(key, line);
      line.waiters.add(waiter);
      waiting[kind] += 1;
      return () => remove(key, waiter);
    },
    takeNext(mayRun) {
      for (const [key, line] of lines) {
        if (!mayRun(line.kind)) continue;
        const [next] = line.waiters;
        if (!next) continue;
        remove(key, next);
        // Its caller's next turn is behind everybody else's.
        if (lines.delete(key)) lines.set(key, line);
        return next;
      }
      return undefined;
    },
    lastOfLongest(caller, kind) {
      // Where the queue has room, only its part for this kind is full.
      const isAllFull = length() >= most.local;
      let longest: Line | undefined;
      let size = (lines.get(keyOf(caller, kind))?.waiters.size ?? 0) + 1;
      for (const line of lines.values()) {
        if (line.waiters.size <= size || !(isAllFull || line.kind === kind)) continue;
        longest = line;
        size = line.waiters.size;
      }
      return longest && [...longest.waiters].at(-1);
    },
  };
}
