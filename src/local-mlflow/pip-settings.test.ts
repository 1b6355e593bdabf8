import { expect, test } from "vitest";
import { parsePipConfig, uvVariables } from "./pip-settings.ts";

test("the environment wins over the section install, and that over global", () => {
  const settings = parsePipConfig(
    [
      ":env:.cert='/env.pem'",
      "global.cert='/global.pem'",
      "global.index-url='https://global.example/simple'",
      "install.cert='/install.pem'",
      "install.index-url='https://install.example/simple'",
      "list.format='columns'",
    ].join("\n"),
  );
  expect(Object.fromEntries(settings)).toEqual({
    cert: "/env.pem",
    "index-url": "https://install.example/simple",
  });
});

test("a value with a quote and several lines is read as pip means it", () => {
  const settings = parsePipConfig(`global.find-links="\\n/it's here\\n/there"`);
  expect(settings.get("find-links")).toBe("\n/it's here\n/there");
});

test("uv gets the index, extra indexes, wheels, certificate, hosts, time-out and proxy of pip", () => {
  const pip = new Map([
    ["index-url", "https://one.example/simple"],
    ["extra-index-url", "\nhttps://two.example/simple\nhttps://three.example/simple"],
    ["find-links", "/wheels /more"],
    ["cert", "/ca.pem"],
    ["client-cert", "/client.pem"],
    ["trusted-host", "one.example two.example"],
    ["default-timeout", "180"],
    ["proxy", "http://proxy.example:3128"],
  ]);
  expect(uvVariables(pip)).toEqual({
    UV_DEFAULT_INDEX: "https://one.example/simple",
    UV_INDEX: "https://two.example/simple https://three.example/simple",
    UV_INDEX_STRATEGY: "unsafe-best-match",
    UV_FIND_LINKS: "/wheels,/more",
    SSL_CERT_FILE: "/ca.pem",
    SSL_CLIENT_CERT: "/client.pem",
    UV_INSECURE_HOST: "one.example two.example",
    UV_HTTP_TIMEOUT: "180",
    ALL_PROXY: "http://proxy.example:3128",
  });
});

test("uv gets nothing where pip has no settings", () => {
  expect(uvVariables(parsePipConfig(""))).toEqual({});
});
