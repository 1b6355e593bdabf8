import { create, toBinary } from "@bufbuild/protobuf";
import { expect, test, vi } from "vitest";
import { EventSchema } from "#gen/modelwire/event/v1/event_pb.js";
import { LogEvent, readQuery } from "./query.ts";
import { lookAt } from "./wanted.ts";

const events = Array.from({ length: 10 }, (_, i) => {
  const event = toBinary(EventSchema, create(EventSchema, { modelName: "m", sequence: i }));
  return new LogEvent({ position: i + 1, model_name: "m", type: "a", created_at: 1, event });
});

const odd = { ...readQuery(undefined), expression: ({ sequence = 0 }) => sequence % 2 === 1 };

test("all events are looked at while there is time", () => {
  const all = lookAt(odd, events);
  expect(all.wanted).toEqual(events.filter((_, i) => i % 2 === 1));
  expect(all).toMatchObject({ last: events.at(-1), isAll: true });
  expect(lookAt(odd, [])).toEqual({ wanted: [], last: undefined, isAll: true });
});

test.each([
  ["a few, where each takes a while", 6, 4],
  ["one, however long it takes", 1000, 1],
  ["all, where the last one takes what is left", 2, 10],
])("%s", (_, msEach, count) => {
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
  try {
    const expression: typeof odd.expression = (event) => {
      now += msEach;
      return odd.expression(event);
    };
    const looked = lookAt({ ...odd, expression }, events);
    expect(looked.wanted).toEqual(events.slice(0, count).filter((_, i) => i % 2 === 1));
    expect(looked).toMatchObject({ last: events[count - 1], isAll: count === events.length });
  } finally {
    clock.mockRestore();
  }
});
