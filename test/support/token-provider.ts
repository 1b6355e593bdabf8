import { randomUUID, type webcrypto } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";

/** A provider of tokens that does whatever a test wants. */
export interface TokenProvider {
  readonly issuer: string;
  /** Paths that it was asked for, in order. */
  readonly asked: string[];
  /** Public key that signs now. */
  readonly publicKey: webcrypto.CryptoKey;
  /** Key id of it. */
  readonly kid: string;
  /** Whether it closes connections in place of an answer. */
  down: boolean;
  /** Members of its discovery document in place of its own. */
  says: Record<string, unknown>;
  /** What it answers in place of its keys. */
  keys: unknown;
  /** Signs a token that holds for five minutes, unless the claims say otherwise. */
  sign(claims?: JWTPayload, kid?: string): Promise<string>;
  /** Signs with another key from now on; the one before is forgotten. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a provider on a port of its own. */
export async function startTokenProvider(alg = "ES256"): Promise<TokenProvider> {
  const makeKey = async () => {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    const kid = randomUUID();
    const jwk: JWK = { ...(await exportJWK(publicKey)), kid, alg, use: "sig" };
    return { publicKey, privateKey, kid, jwk };
  };
  let key = await makeKey();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    provider.asked.push(path);
    if (provider.down) return void request.socket.destroy();
    const discovery = { issuer, jwks_uri: `${issuer}/keys`, ...provider.says };
    const isDiscovery = path === "/.well-known/openid-configuration";
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(isDiscovery ? discovery : (provider.keys ?? { keys: [key.jwk] })));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: TokenProvider = {
    issuer,
    asked: [],
    get publicKey() {
      return key.publicKey;
    },
    get kid() {
      return key.kid;
    },
    down: false,
    says: {},
    keys: undefined,
    sign(claims = {}, kid = key.kid) {
      const now = Math.floor(Date.now() / 1000);
      const common = { iss: issuer, aud: "modelwire", sub: "pipeline-1", exp: now + 300 };
      return new SignJWT({ ...common, scope: "modelwire:register", ...claims })
        .setProtectedHeader({ alg, kid })
        .sign(key.privateKey);
    },
    async rotate() {
      key = await makeKey();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
}
