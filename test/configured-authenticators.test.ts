import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readConfig } from "../src/config/config.ts";
import { createConfiguredAuthenticators } from "../src/identity/configured-authenticators.ts";
import { startTokenProvider, type TokenProvider } from "./support/token-provider.ts";

let provider: TokenProvider;
beforeEach(async () => {
  provider = await startTokenProvider();
});
afterEach(() => provider.close());

const settings = (more: Record<string, string> = {}) =>
  readConfig({
    MODELWIRE_OIDC_ISSUER: provider.issuer,
    MODELWIRE_OIDC_AUDIENCE: "modelwire",
    ...more,
  });

describe("the authenticators of a configuration", () => {
  const log = pino({ level: "silent" });

  test("are none where it names neither a provider nor certificates", () => {
    expect(createConfiguredAuthenticators(readConfig({}), log)).toEqual([]);
  });

  test("say what they take, and have the provider's keys before the first call", async () => {
    const config = settings({
      MODELWIRE_TLS_CERT_FILE: "cert.pem",
      MODELWIRE_TLS_KEY_FILE: "key.pem",
      MODELWIRE_TLS_CLIENT_CA_FILE: "ca.pem",
      MODELWIRE_CERTIFICATE_ACCESS: "ops=admin",
    });
    const takes = createConfiguredAuthenticators(config, log).map((one) => one.takes);
    expect(takes).toEqual([`a token of ${provider.issuer}`, "a client certificate"]);
    await vi.waitFor(() => expect(provider.asked).toHaveLength(2), 30_000);
  });

  test("tell the log of a provider that does not answer", async () => {
    const lines: string[] = [];
    provider.down = true;
    const logging = pino({}, { write: (line) => void lines.push(line) });
    createConfiguredAuthenticators(settings(), logging);
    await vi.waitFor(() => expect(lines).toHaveLength(1), 30_000);
    expect(lines[0]).toMatch(/"error":"http:.*could not be asked for its keys/);
  });
});
