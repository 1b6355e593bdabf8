/**
 * Does work for every item, `limit` of them at once. Where one fails no other is begun, and once
 * those under way have ended it fails with the first that did.
 */
export async function forEachAtOnce<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  // One iterator for all of them.
  const queue = Iterator.from(items);
  let failed = false;
  const worker = async () => {
    try {
      for (const item of queue) {
        if (failed) return;
        await work(item);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  await allEnded(Array.from({ length: limit }, worker));
}

/**
 * Waits until all have ended, whatever becomes of them, and fails then with the first that did:
 * nothing of it goes on while its caller cleans up.
 */
export async function allEnded<T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  try {
    return await Promise.all(work);
  } finally {
    await Promise.allSettled(work);
  }
}
