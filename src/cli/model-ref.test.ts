import { expect, test } from "vitest";
import { CliError } from "./error.ts";
import { parseModelRef } from "./model-ref.ts";

const digits = "0123456789abcdef0123456789abcdef";

test.each([`m-${digits}`, digits])("%s is a uuid", (text) => {
  expect(parseModelRef(text).ref).toEqual({ case: "modelUuid", value: text });
});

test.each([
  ["lead_scoring/12", "lead_scoring", "12"],
  ["lead scoring@home/1", "lead scoring@home", "1"],
  ["modèle/3", "modèle", "3"],
])("%s is a name and a version", (text, name, version) => {
  expect(parseModelRef(text).ref).toMatchObject({ case: "nameVersion", value: { name, version } });
});

test.each([
  ["lead_scoring@production", "lead_scoring", "production"],
  ["a@b@c", "a@b", "c"],
])("%s is a name and an alias", (text, name, alias) => {
  expect(parseModelRef(text).ref).toMatchObject({ case: "nameAlias", value: { name, alias } });
});

test.each(["lead_scoring/12", "lead_scoring@production", `m-${digits}`])(
  "MLflow's models:/ before %s changes nothing",
  (text) => {
    expect(parseModelRef(`models:/${text}`)).toEqual(parseModelRef(text));
  },
);

test.each(["", "lead_scoring", "/1", "@a", "a@", "lead/latest", "m-0123", "lead/1/x", "a/-1"])(
  "«%s» names no model version",
  (text) => {
    expect(() => parseModelRef(text)).toThrow(CliError);
  },
);
