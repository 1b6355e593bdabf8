import type pg from "pg";

/**
 * Ends a connection that does not answer a query in time: where a network or a machine goes without
 * a word, TCP itself takes a quarter of an hour to notice, and what waits on it waits as long. What
 * waited fails, as where a connection breaks, and is done anew on another.
 *
 * @param client one that just connected
 * @param limitMs gives the time for an answer now; undefined: as long as it takes
 */
export function endWhereSilent(client: pg.ClientBase, limitMs: () => number | undefined): void {
  let timer: NodeJS.Timeout | undefined;
  const answered = () => clearTimeout(timer);
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const ms = limitMs();
    answered();
    if (ms !== undefined) timer = setTimeout(end, ms).unref();
    return query(...args);
  }) as typeof client.query;
  // While a query runs, this does not say goodbye, but closes the connection.
  const end = () => void (client as pg.Client).end().catch(() => {});
  client.on("drain", answered);
  client.on("end", answered);
}
