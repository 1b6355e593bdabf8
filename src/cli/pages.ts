/** One page of a list. */
interface Page<Item> {
  items: readonly Item[];
  nextPageToken: string;
}

/**
 * Reads a paged list until `limit` items are there, and says whether the list goes on.
 * `readPage` is given the token of the page and how many items are still wanted.
 */
export async function readPages<Item>(
  limit: number,
  readPage: (pageToken: string, wanted: number) => Promise<Page<Item>>,
): Promise<{ items: Item[]; more: boolean }> {
  const items: Item[] = [];
  let pageToken = "";
  do {
    const page = await readPage(pageToken, limit - items.length);
    items.push(...page.items);
    pageToken = page.nextPageToken;
  } while (pageToken !== "" && items.length < limit);
  return { items: items.slice(0, limit), more: pageToken !== "" || items.length > limit };
}
