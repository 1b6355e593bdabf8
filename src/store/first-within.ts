/** Takes the first rows, as many as come to no more than `most` together, but one at the least. */
export function firstWithin<Row>(
  rows: readonly Row[],
  most: number,
  sizeOf: (row: Row) => number,
): Row[] {
  let sum = 0;
  const end = rows.findIndex((row, index) => {
    sum += sizeOf(row);
    return sum > most && index > 0;
  });
  return rows.slice(0, end < 0 ? rows.length : end);
}
