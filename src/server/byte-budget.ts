import type { ConnectError } from "@connectrpc/connect";
import { serverBusy } from "./call-errors.ts";

/** What calls hold of memory together: of their requests, and of answers that are not taken yet. */
export interface ByteBudget {
  /** What is held now. */
  readonly heldBytes: number;
  /** Calls that were ended since the start because there was no room for their requests. */
  readonly refused: number;
  /**
   * Opens the account of a call.
   * @param end ends the call because of its request, and says whether it could: not one whose
   *   request is there already
   */
  open(end: (error: ConnectError) => boolean): ByteAccount;
}

/** What one call holds. */
export interface ByteAccount {
  /**
   * Counts bytes of the request that came. Where there is no room for them, the call that holds the
   * most of those whose requests are still coming is ended.
   */
  receive(bytes: number): void;
  /** Counts what is held in any case, such as an answer. */
  add(bytes: number): void;
  /** Lets go of some of it. */
  release(bytes: number): void;
  /** Lets go of everything: the call has ended. */
  close(): void;
}

interface Holder {
  heldBytes: number;
  end: (error: ConnectError) => boolean;
}

/** Creates the budget that the calls of all connections share. */
export function createByteBudget(mostBytes: number): ByteBudget {
  const holders = new Set<Holder>();
  let heldBytes = 0;
  let refused = 0;

  function change(holder: Holder, bytes: number): void {
    // What came compressed is let go of as what it was unpacked to.
    const changed = Math.max(bytes, -holder.heldBytes);
    holder.heldBytes += changed;
    heldBytes += changed;
  }

  function close(holder: Holder): void {
    if (holders.delete(holder)) change(holder, -holder.heldBytes);
  }

  function makeRoom(): void {
    const byLargest = [...holders].sort((a, b) => b.heldBytes - a.heldBytes);
    for (const holder of byLargest) {
      if (heldBytes <= mostBytes) return;
      const error = serverBusy("the server holds as much of requests in memory as it takes");
      if (!holder.end(error)) continue;
      refused += 1;
      close(holder);
    }
  }

  return {
    get heldBytes() {
      return heldBytes;
    },
    get refused() {
      return refused;
    },
    open(end) {
      const holder: Holder = { heldBytes: 0, end };
      holders.add(holder);
      const count = (bytes: number) => {
        // Of a call that was ended, what still comes is dropped.
        if (holders.has(holder)) change(holder, bytes);
      };
      return {
        receive(bytes) {
          count(bytes);
          if (heldBytes > mostBytes) makeRoom();
        },
        add: count,
        release: (bytes) => count(-bytes),
        close: () => close(holder),
      };
    },
  };
}
