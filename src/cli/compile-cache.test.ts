import { expect, test } from "vitest";
import { cacheFolder } from "./compile-cache.ts";

const home = () => "/home/ada";

const cases = [
  ["linux", {}, "/home/ada/.cache/modelwire"],
  ["linux", { XDG_CACHE_HOME: "/caches" }, "/caches/modelwire"],
  ["linux", { XDG_CACHE_HOME: "caches" }, "/home/ada/.cache/modelwire"],
  ["darwin", {}, "/home/ada/Library/Caches/modelwire"],
] as const;

test.each(cases)("compiled code is kept in the user's cache: %s, %j", (platform, env, folder) => {
  expect(cacheFolder(env, platform, home)).toBe(folder);
});

test("compiled code of a user without a home is not kept", () => {
  const noHome = () => {
    throw new Error("no such user");
  };
  expect(cacheFolder({}, "linux", noHome)).toBeUndefined();
});
