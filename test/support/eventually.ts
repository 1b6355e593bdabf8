import { vi } from "vitest";

/** Checks until it holds, and gives what the check gave; a busy machine gets its time. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 30_000, interval: 50 });
}
