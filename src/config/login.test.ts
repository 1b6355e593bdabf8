import { expect, test } from "vitest";
import { basic, loginOf, secretForms } from "./login.ts";

test.for([
  ["http://user:p%40ss@host:3128", "user", "p@ss"],
  ["postgres://user:p/w@rd@db/modelwire", "user", "p/w@rd"],
  ["postgres://user:50%@db/modelwire", "user", "50%"],
  ["https://token@host", "token", ""],
  ["https://:secret@host", "", "secret"],
])("%s is of %s with %s", ([url = "", username, password]) => {
  expect(loginOf(url)).toEqual({ username, password });
});

test.for(["http://host/a@b", "sqlite:/a:b", "host", ""])("%s is of nobody", (url) => {
  expect(loginOf(url)).toBeUndefined();
});

test("a password is known as it is, percent-encoded, and in a header", () => {
  const login = { username: "user", password: "p@ss" };
  expect(basic(login)).toBe("Basic dXNlcjpwQHNz");
  expect(secretForms(login)).toEqual(["p@ss", "p%40ss", "dXNlcjpwQHNz"]);
  expect(secretForms({ username: "user", password: "" })).toEqual([]);
});
