import { durationFromMs } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BodyFormat } from "#gen/modelwire/webhook/v1/endpoint_pb.js";
import { type Clients, createClients } from "./support/clients.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { type ReceivedRequest, type Receiver, startReceiver } from "./support/receiver.ts";
import { registerHeld, registerQuickstart } from "./support/registering.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./support/temporary-directory.ts";
import { describeWith } from "./support/toolchains.ts";
import { type Check, type Verify, verifierKinds } from "./support/webhook-verifiers.ts";

/** The time to fetch and build what verifies, on a machine that has nothing of it yet. */
const BUILD_MS = 300_000;

let modelwire: TestModelwire;
let clients: Clients;
let modelUuid: string;
const receivers: Receiver[] = [];

interface Target {
  endpointId: string;
  secret: string;
  receiver: Receiver;
}

async function listen(format: BodyFormat): Promise<Target> {
  const receiver = await startReceiver();
  receivers.push(receiver);
  const { url } = receiver;
  const { endpoint, secret } = await clients.webhooks.createEndpoint({ url, format });
  return { endpointId: endpoint?.endpointId ?? "", secret, receiver };
}

/** Registers something and gives the request that tells of it. */
async function nextRequest({ receiver }: Target): Promise<ReceivedRequest> {
  const before = receiver.received.length;
  await registerHeld(clients, modelUuid);
  const request = (await receiver.waitFor(before + 1))[before];
  if (!request) throw new Error("no request");
  return request;
}

async function rotate({ endpointId }: Target, overlapMs: number): Promise<string> {
  const overlap = durationFromMs(overlapMs);
  return (await clients.webhooks.rotateEndpointSecret({ endpointId, overlap })).secret;
}

/** What was sent for each of what is tried: in STANDARD, in PROTOBUF, and around a rotation. */
let standard: Check;
let binary: Check;
let rotation: {
  old: string;
  fresh: string;
  newest: string;
  during: ReceivedRequest;
  after: ReceivedRequest;
};

beforeAll(async () => {
  modelwire = await startModelwire();
  clients = createClients(modelwire.httpUrl);
  modelUuid = (await registerQuickstart(clients)).modelInfo?.modelUuid ?? "";
  const text = await listen(BodyFormat.STANDARD);
  const bytes = await listen(BodyFormat.PROTOBUF);
  const request = await nextRequest(text);
  await bytes.receiver.waitFor(1);
  standard = { secret: text.secret, request };
  binary = { secret: bytes.secret, request: bytes.receiver.received[0] as ReceivedRequest };
  const fresh = await rotate(text, 60_000);
  const during = await nextRequest(text);
  const newest = await rotate(text, 0);
  const after = await nextRequest(text);
  rotation = { old: text.secret, fresh, newest, during, after };
});

afterAll(async () => {
  for (const receiver of receivers) await receiver.close();
  await modelwire?.stop();
});

/** Makes copies of a request of which one byte is another: of the body, the id, the timestamp. */
function forgeries({ secret, request }: Check): Check[] {
  const body = Buffer.from(request.body);
  const last = body.length - 2;
  body[last] = (body[last] ?? 0) ^ 1;
  const header = (name: string, change: (value: string) => string): ReceivedRequest => ({
    ...request,
    headers: { ...request.headers, [name]: change(String(request.headers[name])) },
  });
  const flipLast = (value: string) =>
    value.slice(0, -1) + (Number.parseInt(value.slice(-1), 16) ^ 1).toString(16);
  return [
    { ...request, body },
    header("webhook-id", flipLast),
    header(
      "webhook-timestamp",
      (value) => value.slice(0, -1) + ((Number(value.slice(-1)) + 1) % 10),
    ),
  ].map((forged) => ({ secret, request: forged }));
}

const refused = expect.stringMatching(/^refused: /);

for (const { language, commands, build, takesBytes } of verifierKinds) {
  describeWith(commands, `standardwebhooks of ${language}`, () => {
    let folder: TemporaryDirectory;
    let verify: Verify;
    beforeAll(async () => {
      folder = await makeTemporaryDirectory("modelwire-verifier-");
      verify = await build(folder.path);
    }, BUILD_MS);
    afterAll(() => folder?.remove());

    test("accepts what is sent, and refuses it with one byte of body, id or timestamp changed", async () => {
      const answers = await verify([standard, ...forgeries(standard)]);
      expect(answers).toEqual(["ok", refused, refused, refused]);
    });

    test(
      takesBytes
        ? "accepts a body in protobuf's binary format, and refuses it changed"
        : "takes text, and so refuses a body in protobuf's binary format",
      async () => {
        const answers = await verify([binary, ...forgeries(binary)]);
        expect(answers).toEqual([takesBytes ? "ok" : refused, refused, refused, refused]);
      },
    );

    test("accepts a request with both secrets during a rotation, and only with the new one after it", async () => {
      const { old, fresh, newest, during, after } = rotation;
      const checks = [
        { secret: old, request: during },
        { secret: fresh, request: during },
        ...forgeries({ secret: old, request: during }),
        ...forgeries({ secret: fresh, request: during }),
      ];
      expect(await verify(checks)).toEqual(["ok", "ok", ...Array(6).fill(refused)]);
      const secrets = [old, fresh, newest];
      const later = await verify(secrets.map((secret) => ({ secret, request: after })));
      expect(later).toEqual([refused, refused, "ok"]);
    });
  });
}
