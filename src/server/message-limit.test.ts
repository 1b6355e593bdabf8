import { Code, ConnectError } from "@connectrpc/connect";
import { encodeEnvelope } from "@connectrpc/connect/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "../../test/support/errors.ts";
import { limitMessages } from "./message-limit.ts";

const limitBytes = 20;

describe("limitMessages", () => {
  test("passes on every body whose messages are within the limit, however it is cut", async () => {
    const message = fc.uint8Array({ maxLength: limitBytes });
    await fc.assert(
      fc.asyncProperty(
        fc.array(message),
        fc.integer({ min: 1, max: 30 }),
        async (messages, cut) => {
          const body = Buffer.concat(messages.map((data) => encodeEnvelope(0, data)));
          expect(
            await read(
              limitMessages(cutInto(body, cut), { enveloped: true, maxMessageBytes: limitBytes }),
            ),
          ).toEqual(body);
        },
      ),
    );
  });

  test("refuses every body with one message over the limit, however it is cut", async () => {
    const fine = fc.array(fc.uint8Array({ maxLength: limitBytes }));
    const large = fc.uint8Array({ minLength: limitBytes + 1, maxLength: 99 });
    await fc.assert(
      fc.asyncProperty(fine, large, fc.integer({ min: 1, max: 30 }), async (first, last, cut) => {
        const body = Buffer.concat([...first, last].map((data) => encodeEnvelope(0, data)));
        const error = await read(
          limitMessages(cutInto(body, cut), { enveloped: true, maxMessageBytes: limitBytes }),
        ).catch(ConnectError.from);
        expect(error).toMatchObject({ code: Code.ResourceExhausted });
      }),
    );
  });

  test("refuses every body that ends within a message, with a reason, however it is cut", async () => {
    const message = fc.uint8Array({ minLength: 1, maxLength: limitBytes });
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 30 }),
        async (messages, missing, cut) => {
          const whole = Buffer.concat(messages.map((data) => encodeEnvelope(0, data)));
          const body = whole.subarray(0, -missing);
          const failure = await failureOf(
            read(
              limitMessages(cutInto(body, cut), { enveloped: true, maxMessageBytes: limitBytes }),
            ),
          );
          expect(failure).toMatchObject({ code: "InvalidArgument", reason: "MALFORMED_MESSAGE" });
        },
      ),
    );
  });

  test("takes a body without prefixes as one message", async () => {
    const fits = new Uint8Array(limitBytes);
    expect(
      await read(
        limitMessages(cutInto(fits, 7), { enveloped: false, maxMessageBytes: limitBytes }),
      ),
    ).toHaveLength(limitBytes);
    const large = new Uint8Array(limitBytes + 1);
    await expect(
      read(limitMessages(cutInto(large, 7), { enveloped: false, maxMessageBytes: limitBytes })),
    ).rejects.toMatchObject({
      code: Code.ResourceExhausted,
    });
  });
});

async function* cutInto(bytes: Uint8Array, sizeBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += sizeBytes) yield bytes.subarray(at, at + sizeBytes);
}

async function read(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
