import type { ConnectError } from "@connectrpc/connect";
import { describe, expect, test } from "vitest";
import { describeFailure } from "../../test/support/errors.ts";
import { createByteBudget } from "./byte-budget.ts";

/** A budget of 100 bytes, whose calls note what they were ended with. */
function budgetOfCalls() {
  const budget = createByteBudget(100);
  const open = ({ canEnd = true } = {}) => {
    const ended: ConnectError[] = [];
    const account = budget.open((error) => {
      if (canEnd) ended.push(error);
      return canEnd;
    });
    return { ...account, ended };
  };
  return { budget, open };
}

describe("the bytes that calls hold", () => {
  test("are counted until they are let go of, or the call ends", () => {
    const { budget, open } = budgetOfCalls();
    const [a, b] = [open(), open()];
    a.receive(40);
    b.add(30);
    a.release(10);
    expect(budget.heldBytes).toBe(60);
    b.release(1000);
    expect(budget.heldBytes).toBe(30);
    a.close();
    a.receive(50);
    expect(budget.heldBytes).toBe(0);
  });

  test("are made room for by the call that holds the most, which may come again", () => {
    const { budget, open } = budgetOfCalls();
    const [large, small, next] = [open(), open(), open()];
    large.receive(60);
    small.receive(30);
    next.receive(20);
    expect(large.ended.map(describeFailure)).toMatchObject([
      { code: "ResourceExhausted", reason: "SERVER_BUSY", retries: true },
    ]);
    expect([small.ended, next.ended]).toEqual([[], []]);
    expect(budget).toMatchObject({ heldBytes: 50, refused: 1 });
  });

  test("are refused to the call that would hold the most itself", () => {
    const { budget, open } = budgetOfCalls();
    const [small, large] = [open(), open()];
    small.receive(30);
    large.receive(80);
    expect(large.ended).toHaveLength(1);
    expect(budget.heldBytes).toBe(30);
  });

  test("of requests that are there already stay, and answers too", () => {
    const { budget, open } = budgetOfCalls();
    const [whole, coming] = [open({ canEnd: false }), open()];
    whole.receive(90);
    coming.receive(20);
    expect(coming.ended).toHaveLength(1);
    whole.add(50);
    expect(budget).toMatchObject({ heldBytes: 140, refused: 1 });
    expect(whole.ended).toEqual([]);
  });
});
