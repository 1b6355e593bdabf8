import { createHash, createHmac, X509Certificate } from "node:crypto";
import { ConnectError, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { exportSPKI, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { AccessService } from "#gen/modelwire/access/v1/access_service_pb.js";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { type GuardedModelwire, startGuardedModelwire } from "./support/access.ts";
import { type Allowance, expectAsDocumented } from "./support/access-matrix.ts";
import { createAuthority, type Issued } from "./support/authority.ts";
import { makeTlsSetting, type TlsSetting } from "./support/tls-setting.ts";
import { startTokenProvider, type TokenProvider } from "./support/token-provider.ts";

let setting: TlsSetting;
let provider: TokenProvider;
let guarded: GuardedModelwire;
beforeAll(async () => {
  [setting, provider] = await Promise.all([makeTlsSetting(), startTokenProvider()]);
  const environment = {
    ...setting.environment,
    MODELWIRE_TLS_CLIENT_CA_FILE: setting.caPath,
    MODELWIRE_CERTIFICATE_ACCESS:
      "reader=read;spiffe://example.org/pipelines/*=register:none_of_ours_;*.ops.example.org=admin",
    MODELWIRE_OIDC_ISSUER: provider.issuer,
    MODELWIRE_OIDC_AUDIENCE: "modelwire",
    MODELWIRE_OIDC_SCOPE_CLAIM: "realm_access.roles",
    MODELWIRE_OIDC_SCOPES: "reader=read,pipeline=register,operator=admin",
  };
  guarded = await startGuardedModelwire("sqlite", { environment });
});
afterAll(async () => {
  await guarded?.stop();
  await provider?.close();
  await setting?.remove();
});

const protocols = ["gRPC", "Connect"] as const;

/** Creates a transport of a client that trusts the server, and shows what it was issued. */
function transportOf(protocol: (typeof protocols)[number], issued?: Issued): Transport {
  const { grpcAddress, httpUrl } = guarded.modelwire;
  const nodeOptions = { ca: setting.authority.cert, ...issued };
  return protocol === "gRPC"
    ? createGrpcTransport({ baseUrl: `https://${grpcAddress}`, nodeOptions })
    : createConnectTransport({ baseUrl: httpUrl, httpVersion: "1.1", nodeOptions });
}

/** Somebody who calls. */
interface Somebody {
  headers?: Record<string, string>;
  issued?: Issued;
  may: Allowance;
}

const MISSING = "CREDENTIALS_MISSING";
const INVALID = "CREDENTIALS_INVALID";
const now = () => Math.floor(Date.now() / 1000);

/** Makes those who have a token. */
async function tokenHolders(): Promise<Record<string, Somebody>> {
  const roles = (...names: string[]) => ({ realm_access: { roles: names } });
  const operator = roles("operator");
  const sign = provider.sign;
  const other = await startTokenProvider();
  const [forged, foreign] = [
    await other.sign({ ...operator, iss: provider.issuer }, provider.kid),
    await other.sign({ ...operator, iss: provider.issuer }),
  ];
  await other.close();
  const common = { iss: provider.issuer, aud: "modelwire", sub: "x", exp: now() + 300 };
  const unsigned = new UnsecuredJWT({ ...common, ...operator }).encode();
  const header = Buffer.from(JSON.stringify({ alg: "HS256", kid: provider.kid }));
  const shared = `${header.toString("base64url")}.${unsigned.split(".")[1]}`;
  const mac = createHmac("sha256", await exportSPKI(provider.publicKey)).update(shared);
  const [first, , signature] = (await sign(roles("reader"))).split(".");
  const raised = [first, unsigned.split(".")[1], signature].join(".");
  const holder = await setting.authority.issue({ names: [], subject: "CN=holder" });
  const { raw } = new X509Certificate(holder.cert);
  const sha256 = createHash("sha256").update(raw).digest("base64url");
  const bound = await sign({ ...operator, cnf: { "x5t#S256": sha256 } });
  const another = await setting.authority.issue({ names: [], subject: "CN=another" });
  const bearer = (token: string, may: Allowance, issued?: Issued): Somebody => ({
    headers: { authorization: `Bearer ${token}` },
    may,
    ...(issued && { issued }),
  });
  return {
    "one whose token lets read": bearer(await sign(roles("reader", "others")), Scope.READ),
    "one whose token lets register": bearer(await sign(roles("pipeline")), Scope.REGISTER),
    "one whose token has several": bearer(await sign(roles("reader", "operator")), Scope.ADMIN),
    "one whose token allows nothing": bearer(await sign(roles("others")), INVALID),
    "one whose token has the default claim": bearer(await sign({ scope: "operator" }), INVALID),
    expired: bearer(await sign({ ...operator, exp: now() - 31 }), INVALID),
    "not valid yet": bearer(await sign({ ...operator, nbf: now() + 60 }), INVALID),
    "for another audience": bearer(await sign({ ...operator, aud: "other" }), INVALID),
    "of another issuer": bearer(await sign({ ...operator, iss: "https://example.org" }), INVALID),
    "signed by another provider": bearer(forged, INVALID),
    "signed by a key of another provider": bearer(foreign, INVALID),
    "not signed (alg none)": bearer(unsigned, INVALID),
    "signed with the public key as a secret": bearer(
      `${shared}.${mac.digest("base64url")}`,
      INVALID,
    ),
    "changed after it was signed": bearer(raised, INVALID),
    "bound to the certificate that is shown": bearer(bound, Scope.ADMIN, holder),
    "replayed without the certificate that it is bound to": bearer(bound, INVALID),
    "replayed with another certificate": bearer(bound, INVALID, another),
  };
}

/** Makes those who have a certificate. */
async function certificateHolders(): Promise<Record<string, Somebody>> {
  const { authority } = setting;
  const uri = { type: "url", value: "spiffe://example.org/pipelines/nightly" } as const;
  const dns = { type: "dns", value: "one.ops.example.org" } as const;
  const pipeline = await authority.issue({ names: [uri] });
  const operator = await authority.issue({ names: [dns] });
  const stranger = await authority.issue({ names: [], subject: "CN=stranger" });
  const copied = encodeURIComponent(operator.cert);
  const key = guarded.admin.key;
  const wrongKey = `${key.slice(0, -43)}${"A".repeat(43)}`;
  return {
    "one who shows nothing": { may: MISSING },
    "one whose certificate lets read": {
      issued: await authority.issue({ names: [], subject: "CN=reader" }),
      may: Scope.READ,
    },
    "one whose certificate lets register": { issued: pipeline, may: Scope.REGISTER },
    "one whose certificate lets do everything": { issued: operator, may: Scope.ADMIN },
    "one whose certificate no rule names": { issued: stranger, may: INVALID },
    "one with a certificate, and a key that does not hold": {
      issued: operator,
      headers: { authorization: `Bearer ${wrongKey}` },
      may: INVALID,
    },
    "a stranger with a key": {
      issued: stranger,
      headers: { authorization: `Bearer ${key}` },
      may: Scope.ADMIN,
    },
    "one who replays a certificate in a header, without its private key": {
      headers: {
        "x-forwarded-client-cert": `Cert="${copied}"`,
        "x-ssl-client-cert": copied,
        "client-cert": `:${new X509Certificate(operator.cert).raw.toString("base64")}:`,
      },
      may: MISSING,
    },
  };
}

describe.each(protocols)(
  "over TLS, every RPC is allowed or refused over %s as documented",
  (protocol) => {
    test.each([
      ["tokens", tokenHolders],
      ["client certificates", certificateHolders],
    ])(
      "to callers with %s",
      async (_, make) => {
        for (const [who, { headers = {}, issued, may }] of Object.entries(await make())) {
          await expectAsDocumented(who, may, transportOf(protocol, issued), headers);
        }
      },
      180_000,
    );

    test("and to nobody whose certificate does not hold: the connection ends before a call", async () => {
      const names = [{ type: "dns", value: "one.ops.example.org" } as const];
      const another = await createAuthority();
      const wrong: Record<string, Issued> = {
        expired: await setting.authority.issue({ names, days: [-10, -1] }),
        "not valid yet": await setting.authority.issue({ names, days: [1, 10] }),
        "for servers": await setting.authority.issue({ names, usage: "server" }),
        "of another authority": await another.issue({ names }),
      };
      // A header does not make up for it.
      const header = { authorization: `Bearer ${guarded.admin.key}` };
      for (const [what, issued] of Object.entries(wrong)) {
        const transport = transportOf(protocol, issued);
        const call = transport.unary(AccessService.method.whoAmI, undefined, 20_000, header, {});
        const error = await call.then(() => undefined, ConnectError.from);
        expect(error, what).toBeInstanceOf(ConnectError);
        expect(error?.findDetails(ErrorInfoSchema), what).toEqual([]);
      }
    }, 60_000);
  },
);
