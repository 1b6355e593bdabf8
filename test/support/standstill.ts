import { vi } from "vitest";

/** Waits until a number stops growing: what lies between writer and reader is full then. */
export async function standstill(read: () => number): Promise<void> {
  let before = -1;
  const stands = () => {
    const now = read();
    const same = now === before;
    before = now;
    return same;
  };
  await vi.waitUntil(stands, { interval: 200, timeout: 10_000 });
}
