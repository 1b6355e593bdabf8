import { create, fromJson } from "@bufbuild/protobuf";
import { describe, expect, test, vi } from "vitest";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import { compileFilter, wrongFilter } from "./filter.ts";
import { tryFilter } from "./filter-trial.ts";
import { sampleEvents } from "./samples.ts";

vi.mock(import("./filter-trial.ts"), { spy: true });

const promoted = create(EventSchema, {
  type: EventType.ALIAS_CHANGED,
  modelName: "leads",
  sequence: 3,
  aliasChanged: { alias: "production", version: "3" },
});
const tagged = create(EventSchema, {
  type: EventType.TAGS_CHANGED,
  modelName: "ranking",
  tagsChanged: { setTags: { team: "sales" } },
});
const registered = create(EventSchema, {
  type: EventType.MODEL_REGISTERED,
  modelName: "leads_improved",
  modelRegistered: {
    registration: {
      isBaseline: false,
      improvements: [{ metric: "auc", relativeChange: 0.2 }],
      modelInfo: { metadata: { owner: "ann", stars: 5 } },
    },
  },
});
const events = { promoted, tagged, registered };

describe("a filter", () => {
  test.each([
    ["event.type == EventType.EVENT_TYPE_ALIAS_CHANGED", ["promoted"]],
    ["event.type == modelwire.event.v1.EventType.EVENT_TYPE_ALIAS_CHANGED", ["promoted"]],
    ["event.type in [EventType.EVENT_TYPE_ALIAS_CHANGED, 4]", ["promoted", "tagged"]],
    ["event.model_name.startsWith('leads')", ["promoted", "registered"]],
    ["event.model_name.matches('^leads(_improved)?$')", ["promoted", "registered"]],
    ["event.alias_changed.alias == 'production'", ["promoted"]],
    ["has(event.tags_changed) && 'team' in event.tags_changed.set_tags", ["tagged"]],
    ["event.tags_changed.set_tags.exists(key, key == 'team')", ["tagged"]],
    [
      "event.model_registered.registration.improvements.exists(one, one.metric == 'auc' && one.relative_change > 0.1)",
      ["registered"],
    ],
    ["event.sequence >= 3 && event.sequence < 4u", ["promoted"]],
    ["size(event.model_name) == 5", ["promoted"]],
    [
      "has(event.model_registered) && event.model_registered.registration.model_info.metadata.stars > 4.0",
      ["registered"],
    ],
    ["true", ["promoted", "tagged", "registered"]],
    // What cannot be evaluated counts as true.
    ["event.tags_changed.set_tags['team'] == 'sales'", ["promoted", "tagged", "registered"]],
    ["event.tags_changed.set_tags['team'] == 'other'", ["promoted", "registered"]],
    ["1u / (event.sequence - event.sequence) == 1u", ["promoted", "tagged", "registered"]],
  ])("%s", (expression, wanted) => {
    expect(wrongFilter(expression)).toBeUndefined();
    const predicate = compileFilter(expression);
    const found = Object.entries(events).filter(([, event]) => predicate(event));
    expect(found.map(([name]) => name)).toEqual(wanted);
  });
});

describe("what is wrong is said with its place", () => {
  test.each([
    ["", "1:1: unexpected end"],
    ["event.model_name = 'x'", '1:18: unexpected "="'],
    ["event.model_name == 'x' &&\n  (event.sequence > 3", '1:25: unexpected "&"'],
    ["event.nope", "1:6: modelwire.event.v1.Event has no field nope"],
    ["event.modelName == 'x'", "1:6: modelwire.event.v1.Event has no field modelName"],
    ["has(event.nope)", "1:1: modelwire.event.v1.Event has no field nope"],
    [
      "event.type == 3 &&\n  event.alias_changed.name == 'x'",
      "2:22: modelwire.event.v1.AliasChanged has no field name",
    ],
    ["event.model_name.text == 'x'", "1:17: string has no field text"],
    ["event.type == 0 && event.sequence > 'x'", /^1:35: found no matching overload for '_>_'/],
    ["true || event.model_name + 1 == 'x'", /^1:26: found no matching overload for '_\+_'/],
    ["event.sequence && true", /^1:1: type mismatch: expected bool/],
    ["event.type == 'EVENT_TYPE_ALIAS_CHANGED'", "1:12: a number is never a string"],
    ["event.type in ['alias']", "1:12: a number is never a string"],
    ["event.type == EventType.ALIAS_CHANGED", "1:24: there is no EventType.ALIAS_CHANGED"],
    ["events.type == 1", "1:7: there is no events.type"],
    ["event.model_name.lower() == 'x'", "1:17: unbound function: lower"],
    ["lower(event.model_name) == 'x'", "1:1: unbound function: lower"],
    ["event.model_name.matches('(')", /^1:17: error parsing regexp/],
    ["event.time > timestamp('today')", /^1:14: Failed to parse timestamp/],
    ["event.model_name", "1:6: expected true or false, not string"],
    ["event", "1:1: expected true or false, not modelwire.event.v1.Event"],
    ["1", "1:1: expected true or false, not int"],
    [
      "event.model_registered.registration.improvements.exists(one, one.name == 'auc')",
      "1:65: modelwire.registry.v1.Improvement has no field name",
    ],
    [
      "event.model_registered.registration.improvements.exists(one, one.metric > 1.0)",
      /^1:73: found no matching overload/,
    ],
  ])("%s", (expression, wrong) => {
    if (typeof wrong === "string") expect(wrongFilter(expression)).toBe(wrong);
    else expect(wrongFilter(expression)).toMatch(wrong);
  });

  test("a filter that is too long or nests too deep is refused", () => {
    const long = `event.model_name == '${"x".repeat(4000)}'`;
    expect(wrongFilter(long)).toBe("expected at most 4000 characters");
    const deep = [
      `${"(".repeat(1990)}true${")".repeat(1990)}`,
      `event.model_name${" + 'a'".repeat(600)} == 'x'`,
      `event${".x".repeat(1900)} == 1`,
      `${"[".repeat(500)}${"]".repeat(500)} == []`,
    ];
    for (const one of deep) {
      expect(wrongFilter(one)).toBe("1:1: expected parts that nest at most 100 deep");
      expect(() => compileFilter(one)).toThrow(/at most 100 deep/);
    }
    expect(wrongFilter(`true${" && event.sequence > 0u".repeat(150)}`)).toBeUndefined();
    expect(() => compileFilter("(")).toThrow("1:2: unexpected end");
  });
});

describe("a trial", () => {
  const copies = (count: number, text: string, between: string) =>
    Array.from({ length: count }, () => text).join(between);

  test.each([
    ["a macro", `[${copies(480, "1", ",")}].exists(x, ${copies(80, "x", "+")} == 0)`],
    ["parts that nest", `[${copies(20, copies(97, "1", "+"), ",")}].size() == 1`],
    ["a pattern", `'${"a".repeat(1200)}'.matches('([ac]?){500}b$')`],
  ])("that would take long for %s ends, and says so", (_, expression) => {
    expect(wrongFilter(expression)).toMatch(/^1:\d+: the expression takes too long: expected/);
    // The next has all the time again.
    expect(wrongFilter("event.model_name.matches('^a+b$')")).toBeUndefined();
  });

  test("takes a few of many elements that are alike, and some of all that are not", () => {
    const names = Array.from({ length: 200 }, (_, i) => `"team_${i}_"`);
    const among = `[${names}].exists(p, event.model_name.startsWith(p))`;
    expect(wrongFilter(`event.sequence > 0u && !(${among})`)).toBeUndefined();
    const predicate = compileFilter(among);
    expect(predicate(create(EventSchema, { modelName: "team_199_x" }))).toBe(true);
    expect(predicate(create(EventSchema, { modelName: "team_200_x" }))).toBe(false);
    const numbers = copies(50, "1", ",");
    expect(wrongFilter(`[${numbers}].exists(x, x + 1u == 2u)`)).toMatch(/no matching overload/);
    expect(wrongFilter(`[${numbers}, 1u].exists(x, x + 1u == 2u)`)).toBeUndefined();
    const lists = copies(50, "[1]", ",");
    expect(wrongFilter(`[${lists}].exists(x, x[0] == 'a')`)).toMatch(/a number is never a string/);
    expect(wrongFilter(`[${lists}, ['a']].exists(x, x[0] == 'a')`)).toBeUndefined();
  });

  test("is made once of what is right, and each time of what is wrong", () => {
    vi.mocked(tryFilter).mockClear();
    for (let i = 0; i < 3; i++) expect(wrongFilter("event.sequence > 77u")).toBeUndefined();
    expect(tryFilter).toHaveBeenCalledTimes(1);
    // What is only ready, such as an endpoint's of an earlier version, need not be right.
    compileFilter("event.nope == 77");
    for (let i = 0; i < 2; i++) expect(wrongFilter("event.nope == 77")).toMatch(/no field nope/);
    expect(tryFilter).toHaveBeenCalledTimes(3);
  });
});

describe("what could take any time", () => {
  const list = "event.model_registered.registration.improvements";

  test.each([
    `${list}.all(a, ${list}.all(b, a != b))`,
    `${list}.filter(a, a.metric == 'x').map(a, a.metric).exists(a, a == 'x')`,
    `["x"]${".map(a, a + a)".repeat(20)}.size() == 1`,
    `[[1].map(a, [a].map(b, [b, b]))] == []`,
  ])("is no filter: %s", (expression) => {
    expect(wrongFilter(expression)).toMatch(/^\d+:\d+: a macro cannot be inside another/);
    expect(() => compileFilter(expression)).toThrow(/a macro cannot be inside another/);
  });

  const many = (count: number) =>
    create(EventSchema, {
      modelName: "a".repeat(5000),
      modelRegistered: {
        registration: { improvements: Array.from({ length: count }, () => ({ metric: "auc" })) },
      },
    });

  test("a macro over more elements than there is time for counts as true", () => {
    const predicate = compileFilter(`${list}.exists(a, a.metric == 'x')`);
    expect(predicate(many(1000))).toBe(false);
    expect(predicate(many(100_000))).toBe(true);
    // The next event has all the time again.
    expect(predicate(many(1000))).toBe(false);
  });

  test("a pattern that the text is too long for counts as true", () => {
    const harmless = compileFilter("event.model_name.matches('^[a-z_]+b$')");
    expect(harmless(many(1))).toBe(false);
    expect(compileFilter("event.model_name.matches('(a*)*b$')")(many(1))).toBe(false);
    const counted = compileFilter("event.model_name.matches('([ac]?){1000}b$')");
    expect(counted(many(1))).toBe(true);
    expect(counted(promoted)).toBe(false);
    const repeated = compileFilter(`${list}.exists(a, event.model_name.matches('[ac]+b$'))`);
    expect(repeated(many(10))).toBe(false);
    expect(repeated(many(1000))).toBe(true);
  });
});

test("expressions beyond what is kept ready are made again", () => {
  const wants = (i: number, event: Event) => compileFilter(`event.sequence == ${i}`)(event);
  const event = create(EventSchema, { sequence: 7 });
  for (let i = 0; i < 2500; i++) expect(wants(i, event)).toBe(i === 7);
  expect(wants(7, event)).toBe(true);
});

test("there is a sample of every type of event, with all that it tells", () => {
  const types = sampleEvents.map(({ type }) => type);
  expect(types).toEqual(
    Object.values(EventType).filter((type) => typeof type === "number" && type > 0),
  );
  const [first] = sampleEvents;
  expect(first?.modelRegistered?.registration).toMatchObject({
    improvements: [{ metric: "metric" }],
    siteBinding: { tokenSymbol: "token_symbol" },
    modelInfo: { signature: { inputs: { kind: { case: "columns" } } } },
  });
  expect(first?.aliasChanged).toBeUndefined();
  expect(fromJson(EventSchema, {})).not.toEqual(first);
});
