import { expect, test } from "vitest";
import type { EndpointRow } from "../store/endpoints.ts";
import { targetOf, whyBlocked } from "./target.ts";
import { createVault } from "./vault.ts";

const vault = createVault([{ id: "k", key: new Uint8Array(32) }]);

test("the secrets that sign are opened, the newest first, without those whose time is over", () => {
  const previous = [
    { secret: vault.seal("whsec_b"), until: 2000 },
    { secret: vault.seal("whsec_c"), until: 1000 },
  ];
  const endpoint = {
    url: "http://127.0.0.1:9/",
    format: "SITE_FLAT",
    payload_version: "2026-04-18",
    secret: vault.seal("whsec_a"),
    previous_secrets: JSON.stringify(previous),
  } as EndpointRow;
  expect(targetOf(endpoint, vault, 1000)).toEqual({
    url: "http://127.0.0.1:9/",
    format: "SITE_FLAT",
    bodyName: "SITE_FLAT@2026-04-18",
    secrets: ["whsec_a", "whsec_b"],
  });
  expect(whyBlocked(endpoint, vault, 1000)).toBeUndefined();
  expect(() => targetOf(endpoint, createVault([]), 1000)).toThrow(/MODELWIRE_SECRET_KEYS/);
  expect(whyBlocked(endpoint, createVault([]), 1000)).toMatch(/^MODELWIRE_SECRET_KEYS: .*"k"/);
});
