import { type Expression, type RawBuilder, sql } from "kysely";
import type { Queryable } from "./store.ts";

/** A tag to look for; of any value where none is given. */
export interface TagCondition {
  key: string;
  value: string | undefined;
}

/** Rows of a list in its order, and where to go on; undefined where there are no more. */
export interface Batch<Row, Position> {
  rows: { row: Row; position: Position }[];
  next: Position | undefined;
}

/** A stretch of a list: after one position, up to another one and with it. */
export interface Window<Position> {
  after: Position | undefined;
  until: Position | undefined;
}

/** How a list is read. */
export interface ListReader<Row, Position> {
  /** Gives the position `offset` rows of the order further on, before anything is filtered. */
  findEnd(after: Position | undefined, offset: number): Promise<Position | undefined>;
  /** Gives the first rows of a window that pass all filters. */
  findRows(window: Window<Position>, limit: number): Promise<Row[]>;
  positionOf(row: Row): Position;
}

// What one query reads of the rows themselves, which can be large.
const MOST_ROWS = 200;
const MOST_SCANNED_AT_ONCE = 2_000;
const MOST_SCANNED = 20_000;

/**
 * Reads a list in its order, window by window: what is filtered out costs no more than a window at
 * a time, and after 20,000 rows that were looked at it ends, with where to go on.
 * @param wanted how many rows are wanted at the most
 */
export async function* readBatches<Row, Position>(
  { findEnd, findRows, positionOf }: ListReader<Row, Position>,
  start: Position | undefined,
  wanted: number,
): AsyncGenerator<Batch<Row, Position>> {
  const limit = Math.min(wanted, MOST_ROWS);
  let after = start;
  let offset = limit;
  for (let scanned = 0; scanned < MOST_SCANNED; scanned += offset) {
    const until = await findEnd(after, offset - 1);
    const found = await findRows({ after, until }, limit);
    const rows = found.map((row) => ({ row, position: positionOf(row) }));
    after = rows.length === limit ? rows.at(-1)?.position : until;
    yield { rows, next: after };
    if (after === undefined) return;
    if (rows.length < limit) offset = Math.min(offset * 4, MOST_SCANNED_AT_ONCE);
  }
}

/** Compares the columns of an order with a position in it, the first column first. */
export function compare(
  columns: readonly string[],
  operator: ">" | ">=" | "<" | "<=",
  position: readonly unknown[],
): RawBuilder<boolean> {
  const refs = columns.map((column) => sql.ref(column));
  return sql`(${sql.join(refs)}) ${sql.raw(operator)} (${sql.join(position)})`;
}

/** Orders by columns, all in one direction. */
export function orderBy(
  columns: readonly string[],
  direction: "asc" | "desc",
): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql`${sql.ref(column)} ${sql.raw(direction)}`));
}

/** Joins conditions that must all be true; none is true. */
export function all(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
}

/** Up to how many matches a list is made of all of them, in place of a walk along its order. */
const FEW = 5_000;

/**
 * Finds what has the fewest matches, where it has few: then a list is best made of them. What has
 * many is met often enough on a walk along the order.
 */
export async function findFewest<T>(
  db: Queryable,
  candidates: readonly { keys: Expression<T> }[],
): Promise<Expression<T> | undefined> {
  let fewest: Expression<T> | undefined;
  let count = FEW + 1;
  for (const { keys } of candidates) {
    const query = sql<{ count: number }>`
      select count(*) as count from (select 1 from (${keys}) as k limit ${count}) as first`;
    const found = (await query.execute(db)).rows[0]?.count ?? 0;
    if (found < count) [fewest, count] = [keys, found];
  }
  return fewest;
}

/**
 * Gives the first text, in code point order, after all that begin with a prefix; undefined where
 * nothing comes after them.
 */
export function endOfPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  for (;;) {
    const last = points.pop();
    if (last === undefined) return undefined;
    if (last === 0x10ffff) continue;
    // No character is between these: they are halves of UTF-16.
    points.push(last === 0xd7ff ? 0xe000 : last + 1);
    return String.fromCodePoint(...points);
  }
}
