import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCursor, writeCursor } from "./cursor.ts";

const logId = randomUUID();
const arbitraryPlace = fc.record({
  position: fc.nat({ max: 2 ** 50 }),
  createdFrom: fc.option(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), {
    nil: undefined,
  }),
});

test("a cursor leads to the place that it was written for, and needs no escaping in a URL", () => {
  fc.assert(
    fc.property(arbitraryPlace, (place) => {
      const text = writeCursor(logId, place);
      expect(text).toMatch(/^[\w-]+$/);
      expect(readCursor(text)).toEqual({ logId, place });
    }),
  );
});

test("a cursor that lost, gained or changed a character is none, or one of another place", () => {
  fc.assert(
    fc.property(arbitraryPlace, fc.nat(), fc.string({ maxLength: 1 }), (place, at, put) => {
      const text = writeCursor(logId, place);
      const changed = text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1);
      fc.pre(changed !== text);
      expect(readCursor(changed)).not.toEqual({ logId, place });
    }),
  );
});

test.each(["x", "%%%", "=", " ", "null", `${logId}:1`])("%j is no cursor", (text) => {
  expect(readCursor(text)).toBeUndefined();
});

test.each([
  `${logId}:`,
  `${logId}:-1`,
  `${logId}:1.5`,
  `${logId}:01`,
  `${logId}:1:`,
  `${logId}:1:2:3`,
  `${logId}:1\n`,
  `log:1`,
])("%j in base64 is no cursor", (text) => {
  expect(readCursor(Buffer.from(text).toString("base64url"))).toBeUndefined();
});
