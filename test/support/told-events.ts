import type { Receiver } from "./receiver.ts";

/** An event as a receiver was told it. */
export interface ToldEvent {
  id: string;
  model: string;
  sequence: number;
}

/** Lists what a receiver was told, as it came. */
export function toldEvents({ received }: Pick<Receiver, "received">): ToldEvent[] {
  return received.map(({ headers, body }) => ({
    id: String(headers["webhook-id"]),
    ...(JSON.parse(body.toString()) as { model: string; sequence: number }),
  }));
}

/** Lists what arrived of a model, without what came again right away. */
export function sequencesOf(receiver: Receiver, model: string): number[] {
  const all = toldEvents(receiver).filter((one) => one.model === model);
  return all.map((one) => one.sequence).filter((sequence, i, list) => sequence !== list[i - 1]);
}

/** What was known of an endpoint's deliveries when a worker had been killed. */
export interface KillMark {
  /** How many requests had arrived. */
  arrived: number;
  /** Events whose delivery was recorded as done. */
  delivered: ReadonlySet<string>;
}

/**
 * Lists the repeats of events that nothing explains: what came again though it was recorded as
 * done, or came twice though it was answered with success and no worker was killed in between.
 *
 * @param statuses what each request was answered with, in the order of their arrival
 */
export function unexplainedRepeats(
  receiver: Receiver,
  statuses: readonly number[],
  kills: readonly KillMark[],
): string[] {
  const last = new Map<string, number>();
  const wrong: string[] = [];
  for (const [at, { id }] of toldEvents(receiver).entries()) {
    const before = last.get(id);
    last.set(id, at);
    if (before === undefined) continue;
    const failed = (statuses[before] ?? 0) >= 300;
    const between = kills.filter(({ arrived }) => before < arrived && arrived <= at);
    const done = kills.some(({ arrived, delivered }) => arrived <= at && delivered.has(id));
    if (done || !(failed || between.length > 0)) wrong.push(`${id} at ${before} and ${at}`);
  }
  return wrong;
}
