import { createHmac, randomBytes } from "node:crypto";
import { exportSPKI, UnsecuredJWT } from "jose";
import { afterEach, expect, test } from "vitest";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import type { Clients } from "./support/clients.ts";
import type { FixedAnswer } from "./support/fault-proxy.ts";
import { answerWith, startReceiver } from "./support/receiver.ts";
import { newRequest, type RegisterInit } from "./support/registration-fixtures.ts";
import { findSecrets } from "./support/secret-forms.ts";
import {
  createSecretSite,
  newSecret,
  newToken,
  type SecretSite,
  secrets,
} from "./support/secret-site.ts";
import { startTokenProvider } from "./support/token-provider.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const waiting = { timeout: 60_000, interval: 50 };
/** What calls and their callers hold. */
const sent = {
  webhookSecret: newToken("webhook"),
  nextWebhookSecret: newToken("nextwebhook"),
  siteSecret: newToken("site"),
  urlToken: newToken("url"),
  cookie: newToken("cookie"),
  password: newToken("password"),
  claim: newToken("claim"),
  content: newSecret("content"),
  metadata: newSecret("metadata"),
  tag: newSecret("tag"),
  param: newSecret("param"),
  description: newSecret("description"),
};

/** Starts a site that is closed after the test. */
async function openSite(...how: Parameters<typeof createSecretSite>): Promise<SecretSite> {
  const site = await createSecretSite(...how);
  closing.push(() => site.close());
  return site;
}

/** A registration with something to hide in every part. */
function secretRequest(): RegisterInit {
  const { $typeName: _, ...plain } = newRequest();
  const files = plain.source?.case === "package" ? (plain.source.value.files ?? []) : [];
  const extra = { path: "notes.txt", content: Buffer.from(`the notes say ${sent.content}`) };
  return {
    ...plain,
    source: { case: "package", value: { files: [...files, extra] } },
    metadata: { owner: sent.metadata },
    tags: { note: sent.tag },
    params: { seed: sent.param },
    description: sent.description,
  };
}

const standardSecret = (secret: string) => `whsec_${Buffer.from(secret).toString("base64")}`;
const headers = { cookie: `session=${sent.cookie}` };

/** Calls with every kind of credential, right and wrong; gives them by what they are. */
async function provokeAsCallers(site: SecretSite): Promise<Record<string, string>> {
  const { admin, provider, failed } = site;
  const access = site.as(admin)[0]?.access;
  if (!access) throw new Error("no client");
  const create = async (scope: Scope) => {
    const { apiKey, key } = await access.createApiKey({ displayName: "test", scope });
    return { apiKeyId: apiKey?.apiKeyId ?? "", key };
  };
  const register = await create(Scope.REGISTER);
  const revoked = await create(Scope.READ);
  const rotated = await access.rotateApiKey({ apiKeyId: register.apiKeyId });
  await access.revokeApiKey({ apiKeyId: revoked.apiKeyId });
  const other = await startTokenProvider();
  closing.push(() => other.close());
  const claims = { iss: provider.issuer, private: sent.claim };
  const unsigned = new UnsecuredJWT({ ...claims, aud: "modelwire", sub: "x" }).encode();
  const shared = createHmac("sha256", await exportSPKI(provider.publicKey));
  const header = Buffer.from(JSON.stringify({ alg: "HS256", kid: provider.kid }));
  const input = `${header.toString("base64url")}.${unsigned.split(".")[1]}`;
  const right = {
    admin,
    register: register.key,
    rotated: rotated.key,
    token: await provider.sign(claims),
  };
  const wrong = {
    revoked: revoked.key,
    wrongSecret: `${admin.slice(0, -43)}${randomBytes(32).toString("base64url")}`,
    halfKey: admin.slice(0, -5),
    noKey: newToken("nokey"),
    expired: await provider.sign({ ...claims, exp: 1_600_000_000 }),
    unsigned,
    shared: `${input}.${shared.update(input).digest("base64url")}`,
    forged: await other.sign(claims, provider.kid),
    otherAudience: await provider.sign({ ...claims, aud: "other" }),
    bound: await provider.sign({ ...claims, cnf: { "x5t#S256": "x" } }),
  };
  for (const credential of Object.values(right)) {
    for (const { access: own, registry } of site.as(credential)) {
      await own.whoAmI({});
      await failed(registry.getModelByUuid({ modelUuid: "m-0123456789abcdef" }));
    }
  }
  for (const credential of Object.values(wrong)) {
    for (const { access: own } of site.as(credential)) await failed(own.whoAmI({}));
  }
  for (const { webhooks } of site.as(register.key)) await failed(webhooks.listEndpoints({}));
  const basic = Buffer.from(`somebody:${sent.password}`).toString("base64");
  for (const authorization of [`Basic ${basic}`, admin, `Bearer ${admin}, Bearer ${admin}`]) {
    for (const { access: own } of site.as(undefined)) {
      await failed(own.whoAmI({}, { headers: { authorization } }));
    }
  }
  // A key where none belongs.
  await site.fetch(`/metrics?key=${admin}`, { headers: { "x-api-key": admin } });
  // A provider that is away, asked for a key that nobody knows.
  provider.down = true;
  for (const { access: own } of site.as(await other.sign(claims, "unknown"))) {
    await failed(own.whoAmI({}));
  }
  provider.down = false;
  // The signature is what nobody may learn of a token; what it claims is nobody's either.
  const secretOf = (text: string) => (text.startsWith("ey") ? (text.split(".")[2] ?? "") : text);
  const used = Object.entries({ ...right, ...wrong }).map(([name, text]) => [name, secretOf(text)]);
  return Object.fromEntries(used.filter(([, text]) => text !== "" && text !== undefined));
}

/** Sets up endpoints that take, echo, redirect and are away; changes their secrets. */
async function addEndpoints(site: SecretSite): Promise<void> {
  const [{ webhooks } = {} as Clients] = site.as(site.admin);
  const told = await startReceiver();
  const echoing = await startReceiver((response, _, { path, body, headers: all }) => {
    // What an endpoint says of its own URL and of what it was sent is nobody else's concern.
    response.writeHead(500, { "x-echo": path }).end(`${path} ${JSON.stringify(all)} ${body}`);
  });
  const moved = await startReceiver(answerWith(302, { location: `/?to=${sent.urlToken}` }));
  for (const one of [told, echoing, moved]) closing.push(() => one.close());
  const secret = standardSecret(sent.webhookSecret);
  const ids: string[] = [];
  for (const url of [told.url, echoing.url, moved.url, "http://127.0.0.1:9/hook"]) {
    const init = { url: `${url}?token=${sent.urlToken}`, secret };
    ids.push((await webhooks.createEndpoint(init, { headers })).endpoint?.endpointId ?? "");
  }
  const format = BodyFormat.SITE_FLAT;
  const url = `http://nowhere.invalid/${sent.urlToken}`;
  await webhooks.createEndpoint({ url, format, secret: sent.siteSecret }).catch(() => {});
  for (const endpointId of ids) {
    const next = standardSecret(sent.nextWebhookSecret);
    await webhooks.rotateEndpointSecret({ endpointId, secret: next });
    await webhooks.testEndpoint({ endpointId });
  }
  const [endpointId = ""] = ids;
  await site.failed(webhooks.rotateEndpointSecret({ endpointId, secret: sent.webhookSecret }));
  // No secret is told later; the URL is, to who may see it.
  const later = [await webhooks.listEndpoints({}), await webhooks.listDeliveries({ endpointId })];
  const text = JSON.stringify(later, (_, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  expect(findSecrets(text, { ...sent, urlToken: secret })).toEqual([]);
}

/** What fails, and repeats what it was sent with. */
const echo = (status: number, body: string): FixedAnswer => ({
  status,
  headers: { "content-type": "text/html" },
  body,
});

/** What MLflow says of a login: the header of it, and its password. */
const repeated = (pair: string) => `Basic ${pair}, ${secrets.mlflowPassword}`;

/** Does what can go wrong, each in its way. */
async function provoke(site: SecretSite, { registry, webhooks }: Clients, login: string) {
  const { failed, mlflow } = site;
  const call = { headers };
  await registry.registerBaseline(secretRequest(), call);
  // Refused before anything is done.
  await failed(registry.registerBaseline({ ...secretRequest(), modelType: "" }, call));
  const twice = secretRequest();
  await registry.registerBaseline(twice, call);
  await failed(registry.registerBaseline({ ...twice, description: "other" }, call));
  const [token, secret] = [sent.urlToken, sent.webhookSecret];
  await failed(webhooks.createEndpoint({ url: `ftp://x/?token=${token}` }, call));
  await failed(webhooks.createEndpoint({ url: `http://u:${token}@127.0.0.1/` }, call));
  await failed(webhooks.createEndpoint({ url: "http://127.0.0.1:9/", secret }, call));
  // MLflow says no and repeats our credentials, fails, breaks off, is away.
  const at = { method: "POST", path: /runs\/create/ };
  const page = `<h1>Bad</h1> authorization: ${login}`;
  const json = JSON.stringify({ error_code: "UNAUTHENTICATED", message: `not with ${login}` });
  for (const answer of [echo(502, page), echo(401, page), echo(401, json), "break"] as const) {
    const fault = mlflow.inject({ ...at, fault: { reachesMlflow: false, answer } });
    await failed(registry.registerBaseline(secretRequest(), call));
    fault.end();
  }
  await mlflow.down();
  await failed(registry.registerBaseline(secretRequest(), call));
  await site.fetch("/readyz");
  await mlflow.up();
}

/** Sends what is no message, with secrets in it. */
async function provokeByHand({ fetch: send, admin }: SecretSite): Promise<void> {
  const path = "/modelwire.registry.v1.RegistryService/RegisterBaseline";
  const bodies = [
    JSON.stringify({ modelType: { x: sent.metadata } }),
    JSON.stringify({ [sent.metadata]: 1 }),
    JSON.stringify({ metrics: { auc: sent.metadata } }),
    JSON.stringify({ source: { mlflowUri: [sent.content] } }),
    JSON.stringify({ improvements: sent.content, modelType: "x" }),
    `{"description": "${sent.description}`,
    JSON.stringify({ requestId: sent.cookie, modelType: "x" }),
  ];
  for (const body of bodies) {
    for (const type of ["application/json", "application/proto"]) {
      const all = { ...headers, authorization: `Bearer ${admin}`, "content-type": type };
      await send(path, { method: "POST", body, headers: all });
    }
  }
  await send(`/nothing?token=${sent.urlToken}`);
  await send("/metrics");
}

/** The database changes its password under the server, and lets nobody in. */
async function loseDatabase(site: SecretSite): Promise<void> {
  const { database } = site;
  await database.administer(`alter role ${database.role} password 'another'`);
  await database.disconnect();
  for (const { registry } of site.as(site.admin)) {
    await site.failed(registry.registerBaseline(secretRequest(), { headers }));
  }
  const isUnready = async () => {
    await site.fetch("/readyz");
    return site.told().includes('"ready":false');
  };
  await expect.poll(isUnready, waiting).toBe(true);
  await site.fetch("/metrics");
}

test("no secret, content or value is in the log, traces, metrics or errors of a run that used many", async () => {
  const site = await openSite({
    MLFLOW_TRACKING_USERNAME: "modelwire",
    MLFLOW_TRACKING_PASSWORD: secrets.mlflowPassword,
  });
  const pair = Buffer.from(`modelwire:${secrets.mlflowPassword}`).toString("base64");
  const used = await provokeAsCallers(site);
  await addEndpoints(site);
  for (const clients of site.as(site.admin)) await provoke(site, clients, repeated(pair));
  await provokeByHand(site);
  // Attempts that succeeded and failed, and recoveries, are told of too.
  await expect
    .poll(() => /registration (recovered|cleaned up)/.test(site.told()), waiting)
    .toBe(true);
  await expect.poll(() => site.told().split("delivery attempt").length, waiting).toBeGreaterThan(8);
  site.proxy.refuse = 407;
  for (const { registry } of site.as(site.admin)) await registry.registerBaseline(secretRequest());
  await expect.poll(() => site.told().includes("answered 407 to CONNECT"), waiting).toBe(true);
  await site.fetch("/metrics");
  await loseDatabase(site);

  const told = site.told();
  // That it was searched for in the right place.
  const signs = ['"msg":"call"', "send webhook", "modelwire_rpc_duration_seconds_bucket"];
  signs.push("MLflow did not answer", "was revoked", "[withheld]", "has expired");
  for (const text of signs) expect(told).toContain(text);
  const login = Buffer.from(`modelwire:${secrets.proxyPassword}`).toString("base64");
  expect(site.proxy.tunnels.join()).toContain(`Basic ${login}`);
  expect(site.collector.headers[0]?.authorization).toBe(`Bearer ${secrets.collectorToken}`);
  const made = [sent.webhookSecret, sent.nextWebhookSecret].map(standardSecret);
  const [webhookKey = "", nextWebhookKey = ""] = made.map((one) => one.slice("whsec_".length));
  const forbidden = { ...secrets, ...sent, ...used, webhookKey, nextWebhookKey, pair, login };
  expect(findSecrets(told, forbidden)).toEqual([]);
}, 300_000);

test("a password within MLflow's URL is in no log and no error, also where MLflow repeats it", async () => {
  const password = encodeURIComponent(secrets.mlflowPassword);
  const site = await openSite({}, `modelwire:${password}@`);
  const pair = Buffer.from(`modelwire:${secrets.mlflowPassword}`).toString("base64");
  for (const clients of site.as(site.admin)) await provoke(site, clients, repeated(pair));
  expect(site.told()).toContain("[withheld]");
  expect(findSecrets(site.told(), { ...secrets, pair })).toEqual([]);
}, 120_000);

test("a token for MLflow is in no log and no error, also where MLflow repeats it", async () => {
  const site = await openSite({ MLFLOW_TRACKING_TOKEN: secrets.mlflowToken });
  for (const clients of site.as(site.admin)) {
    await provoke(site, clients, `Bearer ${secrets.mlflowToken}`);
  }
  await site.fetch("/metrics");
  expect(site.told()).toContain("[withheld]");
  expect(findSecrets(site.told(), secrets)).toEqual([]);
}, 120_000);
