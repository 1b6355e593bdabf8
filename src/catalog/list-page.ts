import { type DescMessage, type MessageShape, toBinary } from "@bufbuild/protobuf";
import type { Batch } from "../store/catalog-lists.ts";

// Far below what clients take by default, 4 MiB, whatever else is in the answer.
const MOST_BYTES = 1024 * 1024;

/**
 * Fills a page of a list: with as many as were asked for, or fewer where they come to 1 MiB or
 * where too much had to be looked through for them.
 *
 * @param describe makes the messages of rows, in their order
 * @returns the messages, and after which position the next page begins; undefined for the last
 */
export async function fillPage<Row, Position, Desc extends DescMessage>(
  batches: AsyncIterable<Batch<Row, Position>>,
  size: number,
  schema: Desc,
  describe: (rows: Row[]) => Promise<MessageShape<Desc>[]> | MessageShape<Desc>[],
): Promise<{ items: MessageShape<Desc>[]; next: Position | undefined }> {
  const items: MessageShape<Desc>[] = [];
  let bytes = 0;
  let last: Position | undefined;
  let next: Position | undefined;
  for await (const batch of batches) {
    const messages = await describe(batch.rows.map(({ row }) => row));
    for (const [index, message] of messages.entries()) {
      bytes += toBinary(schema, message).length;
      const isFull = items.length === size || (bytes > MOST_BYTES && items.length > 0);
      if (isFull) return { items, next: last };
      items.push(message);
      last = batch.rows[index]?.position;
    }
    next = batch.next;
  }
  return { items, next };
}
