import { messageOf } from "../error.ts";

/** How a part that Modelwire stands on is looked after. */
export interface WatchedPart {
  /** Fails, and says why, where the part cannot be used. */
  check: () => Promise<unknown>;
  /** Time between the end of a look and the next. */
  intervalMs: number;
  /** How long a look may take. One that takes longer counts as failed, and is still waited for. */
  timeoutMs: number;
  /** How often in a row it has to fail to count as down: one that is lost says nothing. */
  downAfter: number;
  /** How often in a row it has to work to count as up again. */
  upAfter: number;
  /** Told of each change. */
  onChange: (state: PartState) => void;
}

/** What is known of a part. */
export interface PartState {
  up: boolean;
  /** Why it is down; undefined where it is up. */
  reason: string | undefined;
  /** Since when it is what it is, in milliseconds since 1970. */
  since: number;
}

/** A part that is looked at in the background until it is stopped. */
export interface Watched {
  readonly state: PartState;
  stop(): void;
}

/** Begins to look at a part. Until it was seen otherwise, it is as `initial` says. */
export function watchPart(part: WatchedPart, initial: Omit<PartState, "since">): Watched {
  let state: PartState = { ...initial, since: Date.now() };
  let inARow = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function note(failure: string | undefined): void {
    if (stopped) return;
    const up = failure === undefined;
    if (up === state.up) {
      inARow = 0;
      // The newest reason is the one to act on.
      if (!up) state = { ...state, reason: failure };
      return;
    }
    inARow++;
    if (inARow < (up ? part.upAfter : part.downAfter)) return;
    inARow = 0;
    state = { up, reason: failure, since: Date.now() };
    part.onChange(state);
  }

  function look(): void {
    // Fails again each time that it could have been answered, as long as it is not.
    const late = setInterval(
      () => note(`no answer within ${part.timeoutMs / 1000} s`),
      part.timeoutMs,
    ).unref();
    void failureOf(part.check).then((failure) => {
      clearInterval(late);
      note(failure);
      if (!stopped) timer = setTimeout(look, part.intervalMs).unref();
    });
  }

  timer = setTimeout(look, part.intervalMs).unref();
  return {
    get state() {
      return state;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function failureOf(check: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
