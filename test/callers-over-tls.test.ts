import { createHash, X509Certificate } from "node:crypto";
import { Code, type ConnectRouter, createClient, type Interceptor } from "@connectrpc/connect";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { IdentityKind } from "#gen/modelwire/access/v1/identity_pb.js";
import { EventService } from "#gen/modelwire/event/v1/event_service_pb.js";
import { readConfig } from "../src/config/config.ts";
import type { Authenticator } from "../src/identity/authenticator.ts";
import type { Caller } from "../src/identity/caller.ts";
import { createConfiguredAuthenticators } from "../src/identity/configured-authenticators.ts";
import { errorInterceptor } from "../src/rpc/error-interceptor.ts";
import { createAuthentication } from "../src/server/interceptors/authentication.ts";
import { peerCertificateKey } from "../src/server/peer-certificate.ts";
import { EchoService } from "./gen/modelwire/test/v1/echo_pb.js";
import type { Issued } from "./support/authority.ts";
import { createEcho } from "./support/echo-service.ts";
import { type Listener, listenerKinds } from "./support/listener-kinds.ts";
import { makeTlsSetting, type TlsSetting } from "./support/tls-setting.ts";
import { startTokenProvider, type TokenProvider } from "./support/token-provider.ts";

const log = pino({ level: "silent" });

let setting: TlsSetting;
let provider: TokenProvider;
let authenticators: Authenticator[];
beforeAll(async () => {
  setting = await makeTlsSetting();
  provider = await startTokenProvider();
  const config = readConfig({
    ...setting.environment,
    MODELWIRE_TLS_CLIENT_CA_FILE: setting.caPath,
    MODELWIRE_CERTIFICATE_ACCESS: "pipeline=register:team_a_",
    MODELWIRE_OIDC_ISSUER: provider.issuer,
    MODELWIRE_OIDC_AUDIENCE: "modelwire",
  });
  authenticators = createConfiguredAuthenticators(config, log);
});
afterAll(async () => {
  await provider?.close();
  await setting?.remove();
});

let listener: Listener | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await listener?.close(0);
});

describe.each(listenerKinds)("$name with TLS", ({ start, transport }) => {
  /** Calls with what a client shows, and gives who it was taken for. */
  async function call(issued: Issued | undefined, token?: string): Promise<Caller | undefined> {
    let caller: Caller | undefined;
    const identify: Interceptor = (next) => async (request) => {
      const credentials = {
        authorization: request.header.get("authorization") ?? undefined,
        certificate: request.contextValues.get(peerCertificateKey),
      };
      for (const one of authenticators) caller ??= await one.authenticate(credentials);
      return next(request);
    };
    const interceptors = [errorInterceptor(log, () => false), identify];
    const tls = await setting.open({ clients: true });
    listener = await start({ echo: createEcho(), interceptors, tls });
    const client = createClient(
      EchoService,
      transport(listener.address, { ca: setting.authority.cert, ...issued }),
    );
    await client.echo({}, { headers: token ? { authorization: `Bearer ${token}` } : {} });
    return caller;
  }

  const issue = (subject: string) => setting.authority.issue({ names: [], subject });
  const refused = (message: RegExp) => ({
    code: Code.Unauthenticated,
    rawMessage: expect.stringMatching(message),
  });

  test("knows a client by its certificate", async () => {
    expect(await call(await issue("CN=pipeline"))).toMatchObject({
      identity: { kind: IdentityKind.CERTIFICATE, subject: "pipeline" },
      modelPrefixes: ["team_a_"],
    });
    expect(await call(undefined)).toBeUndefined();
  });

  test("refuses a certificate that no rule names, and says its name", async () => {
    await expect(call(await issue("CN=stranger"))).rejects.toMatchObject(refused(/, stranger$/));
  });

  test("knows a caller by its token, whatever certificate comes with it", async () => {
    const token = await provider.sign();
    const kind = IdentityKind.OIDC_TOKEN;
    expect(await call(undefined, token)).toMatchObject({ identity: { kind } });
    expect(await call(await issue("CN=stranger"), token)).toMatchObject({ identity: { kind } });
  });

  test("ends a stream whose certificate expires, and no other's", async () => {
    const days: [number, number] = [-1, 1];
    const [short, long] = await Promise.all([
      setting.authority.issue({ names: [], subject: "CN=pipeline", days }),
      issue("CN=pipeline"),
    ]);
    const goOn = Promise.withResolvers<void>();
    const routes = (router: ConnectRouter) =>
      router.service(EventService, {
        async *watchEvents() {
          yield { cursor: "first" };
          await goOn.promise;
          yield { cursor: "second" };
        },
      });
    const guard = createAuthentication({ authenticators, isOn: true });
    const interceptors = [errorInterceptor(log, () => false), guard];
    const tls = await setting.open({ clients: true });
    listener = await start({ echo: { routes }, interceptors, tls });
    const { address } = listener;
    const watchWith = async (issued: Issued) => {
      const shown = { ca: setting.authority.cert, ...issued };
      const client = createClient(EventService, transport(address, shown));
      const watch = client.watchEvents({})[Symbol.asyncIterator]();
      expect((await watch.next()).value?.cursor).toBe("first");
      return watch;
    };
    const [ends, goesOn] = [await watchWith(short), await watchWith(long)];
    vi.useFakeTimers({ now: Date.now() + 2 * 86_400_000, toFake: ["Date"] });
    await expect(ends.next()).rejects.toMatchObject(refused(/of pipeline has expired$/));
    goOn.resolve();
    expect((await goesOn.next()).value?.cursor).toBe("second");
  });

  test("takes a token that is bound to a certificate over its connection alone", async () => {
    const holder = await issue("CN=holder");
    const { raw } = new X509Certificate(holder.cert);
    const sha256 = createHash("sha256").update(raw).digest("base64url");
    const token = await provider.sign({ cnf: { "x5t#S256": sha256 } });
    expect(await call(holder, token)).toMatchObject({ identity: { subject: "pipeline-1" } });
    const replayed = refused(/bound to a certificate/);
    await expect(call(await issue("CN=pipeline"), token)).rejects.toMatchObject(replayed);
    await expect(call(undefined, token)).rejects.toMatchObject(replayed);
  });
});
