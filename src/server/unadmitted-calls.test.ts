import { ConnectError } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { createUnadmittedCalls } from "./unadmitted-calls.ts";

const [many, few] = [{}, {}];

function create(most: number) {
  const calls = createUnadmittedCalls(most);
  const ended: [string, unknown][] = [];
  const add = (connection: object, name: string) =>
    calls.add(connection, (error) => {
      const [info] = ConnectError.from(error).findDetails(ErrorInfoSchema);
      ended.push([name, info?.reason]);
    });
  return { add, ended };
}

test("the oldest call of the connection that has the most makes room", () => {
  const { add, ended } = create(4);
  add(few, "few 1");
  for (const name of ["many 1", "many 2", "many 3"]) add(many, name);
  expect(ended).toEqual([]);
  add(few, "few 2");
  add(many, "many 4");
  expect(ended).toEqual([
    ["many 1", "SERVER_BUSY"],
    ["many 2", "SERVER_BUSY"],
  ]);
});

test("a call that has ended, or was made to, counts no more, however often it is said", () => {
  const { add, ended } = create(2);
  const leave = add(many, "first");
  add(many, "second");
  add(many, "third");
  expect(ended.map(([name]) => name)).toEqual(["first"]);
  leave();
  leave();
  const leaveFourth = add(many, "fourth");
  expect(ended.map(([name]) => name)).toEqual(["first", "second"]);
  leaveFourth();
  leaveFourth();
  add(few, "fifth");
  expect(ended).toHaveLength(2);
  add(few, "sixth");
  expect(ended).toHaveLength(3);
});
