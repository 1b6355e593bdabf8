const EXCERPT_BYTES = 1024;

/** Reads the first kilobyte of an answer's body as text, and cuts off the rest. */
export async function readExcerpt(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      // The rest is not wanted, however long it is.
      if (size >= EXCERPT_BYTES) break;
    }
  } catch {
    // The status is the answer: a body that breaks off or does not end in time changes nothing.
  }
  // PostgreSQL's text holds no NUL.
  return Buffer.concat(chunks)
    .subarray(0, EXCERPT_BYTES)
    .toString("utf8")
    .replaceAll("\0", "\ufffd");
}
