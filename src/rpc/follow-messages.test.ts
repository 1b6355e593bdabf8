import { describe, expect, test } from "vitest";
import { followMessages } from "./follow-messages.ts";

/** Follows some numbers, and notes what is told of them. */
function follow(numbers: AsyncIterable<number>) {
  const call = new AbortController();
  const ends: unknown[][] = [];
  const messages = followMessages(numbers, call.signal, {
    convert: (error) => new Error("converted", { cause: error }),
    onEnd: (...end) => void ends.push(end),
  });
  return { call, ends, messages };
}

/** Gives numbers without end, and notes whether it was told to stop. */
function endless() {
  const seen = { stopped: false };
  const numbers = (async function* () {
    try {
      for (let number = 0; ; number++) yield number;
    } finally {
      seen.stopped = true;
    }
  })();
  return { seen, numbers };
}

async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise(setImmediate);
}

describe("the messages of a stream", () => {
  test("are passed on, and their end is told once", async () => {
    const { call, ends, messages } = follow(fromArray([1, 2, 3]));
    expect(await Array.fromAsync(messages)).toEqual([1, 2, 3]);
    call.abort();
    await settle();
    expect(ends).toEqual([["done", undefined]]);
  });

  test("that fail, fail with the error that is made of theirs", async () => {
    const failing = (async function* () {
      yield 1;
      throw new Error("its own");
    })();
    const { ends, messages } = follow(failing);
    await expect(Array.fromAsync(messages)).rejects.toThrow("converted");
    expect(ends).toMatchObject([["failed", { message: "converted" }]]);
  });

  test("that their reader leaves are told to stop", async () => {
    const { seen, numbers } = endless();
    const { ends, messages } = follow(numbers);
    for await (const number of messages) if (number === 2) break;
    expect(seen.stopped).toBe(true);
    expect(ends).toEqual([["left", undefined]]);
  });

  test("are left where the connection fails, whose error stays its own", async () => {
    const { seen, numbers } = endless();
    const { ends, messages } = follow(numbers);
    const iterator = messages[Symbol.asyncIterator]();
    await iterator.next();
    await expect(iterator.throw?.(new Error("the connection"))).rejects.toThrow("the connection");
    expect(seen.stopped).toBe(true);
    expect(ends).toEqual([["left", undefined]]);
  });

  test("that nobody begins to read are left when their call ends", async () => {
    const { call, ends } = follow(endless().numbers);
    await settle();
    expect(ends).toEqual([]);
    call.abort();
    await settle();
    expect(ends).toEqual([["left", undefined]]);
  });

  test("that are returned before they were begun are left when their call ends", async () => {
    const { call, ends, messages } = follow(endless().numbers);
    await messages[Symbol.asyncIterator]().return?.();
    call.abort();
    await settle();
    expect(ends).toEqual([["left", undefined]]);
  });

  test("that are read although their call has ended tell of their own end alone", async () => {
    const { call, ends, messages } = follow(fromArray([1]));
    call.abort();
    expect(await Array.fromAsync(messages)).toEqual([1]);
    await settle();
    expect(ends).toEqual([["done", undefined]]);
  });
});

test("messages that are read long after their call has ended were left", async () => {
  const { call, ends, messages } = follow(fromArray([1]));
  call.abort();
  await settle();
  expect(await Array.fromAsync(messages)).toEqual([1]);
  expect(ends).toEqual([["left", undefined]]);
});

async function* fromArray(numbers: number[]): AsyncGenerator<number> {
  yield* numbers;
}
