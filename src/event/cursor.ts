/** A place in the log, from which somebody reads on. */
export interface Place {
  /** The place of the last event that was dealt with; 0 before the first. */
  position: number;
  /** Leaves out events that were committed before: milliseconds since 1970. */
  createdFrom: number | undefined;
}

const pattern = /^([0-9a-f-]{36}):(0|[1-9]\d{0,15})(?::(-?[1-9]\d{0,15}|0))?$/;

/** Writes a place in a log as the text that a caller keeps. */
export function writeCursor(logId: string, { position, createdFrom }: Place): string {
  const parts = [logId, position, ...(createdFrom === undefined ? [] : [createdFrom])];
  return Buffer.from(parts.join(":")).toString("base64url");
}

/** Reads what {@link writeCursor} wrote; undefined for any other text. */
export function readCursor(text: string): { logId: string; place: Place } | undefined {
  const parts = pattern.exec(Buffer.from(text, "base64url").toString("latin1"));
  if (!parts) return undefined;
  const [, logId = "", position, createdFrom] = parts;
  const place = {
    position: Number(position),
    createdFrom: createdFrom === undefined ? undefined : Number(createdFrom),
  };
  // The decoder takes much that no cursor looks like.
  return writeCursor(logId, place) === text ? { logId, place } : undefined;
}
