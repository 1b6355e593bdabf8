// Goes once through what a client does, against a server that runs:
//   MODELWIRE_GRPC=127.0.0.1:50051 MODELWIRE_URL=http://127.0.0.1:8080 node tour.ts <model>
// With MODELWIRE_API_KEY it sends that key, and with MODELWIRE_CA_FILE, a PEM file, it connects to
// the listener of gRPC with TLS too.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import {
  connect,
  ErrorReason,
  type Event,
  EventType,
  errorFacts,
  type Registration,
  uploadDirectory,
  watchEvents,
} from "@modelwire/client";
import { createReceiver } from "./receiver.ts";

const [directory = ""] = process.argv.slice(2);
const { MODELWIRE_GRPC: grpc, MODELWIRE_URL: http = "" } = process.env;
const { MODELWIRE_API_KEY: apiKey, MODELWIRE_CA_FILE: caFile } = process.env;
const shared = {
  ...(apiKey && { apiKey }),
  ...(caFile && { rootCertificates: await readFile(caFile, "utf8") }),
};
const scheme = caFile ? "https" : "http";
const overGrpc = connect({ ...shared, url: `${scheme}://${grpc}`, protocol: "grpc" });
const overHttp = connect({ ...shared, url: http });
const modelName = `tour-typescript-${randomUUID()}`;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Reads the files of a directory into a message: for what is small. */
async function readFiles(): Promise<{ path: string; content: Uint8Array }[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return await Promise.all(
    files.map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      return { path: file.slice(join(directory, "/").length), content: await readFile(file) };
    }),
  );
}

function present<T>(value: T | undefined): T {
  assert(value !== undefined, "the answer lacks a part");
  return value;
}

// 1. One call, with the files in it. The request id makes it safe to repeat.
const watching = Promise.withResolvers<void>();
const onWatching = watching.resolve;
const watched = watchEvents(overHttp, { filter: { modelName } }, { onWatching });
const firstEvent = watched.next();
await watching.promise;
const inline = present(
  (
    await overGrpc.registry.registerBaseline({
      requestId: randomUUID(),
      modelName,
      modelType: "lead_scoring",
      source: { case: "package", value: { files: await readFiles() } },
      metrics: { auc: 0.91 },
    })
  ).registration,
);
say(`registered ${inline.modelId}`);

// 2. Files of any size, streamed, then registered.
const upload = await uploadDirectory(overGrpc, directory);
const streamed = present(
  (
    await overHttp.registry.registerBaseline({
      requestId: randomUUID(),
      modelName,
      modelType: "lead_scoring",
      source: { case: "uploadedPackage", value: { uploadId: upload.uploadId } },
    })
  ).registration,
);
say(`uploaded ${upload.files.length} files and registered ${streamed.modelId}`);

// 3. Each is found by its uuid, whichever way it is asked for.
const uuidOf = (registration: Registration) => present(registration.modelInfo).modelUuid;
for (const registration of [inline, streamed]) {
  for (const { registry } of [overGrpc, overHttp]) {
    const found = await registry.getModelByUuid({ modelUuid: uuidOf(registration) });
    assert.equal(present(found.registration).modelId, registration.modelId);
  }
}
say("found both by uuid");

// 4. An error says why, for programs.
for (const { registry } of [overGrpc, overHttp]) {
  const failed = await registry
    .getModelByUuid({ modelUuid: "m-00000000000000000000000000000000" })
    .then(() => undefined, errorFacts);
  assert.equal(failed?.reason, ErrorReason.MODEL_NOT_FOUND);
}
say("read why one is not found");

// 5. Events come in order, each with the cursor to go on after.
const events = [await firstEvent, await watched.next()].map((one) => one.value?.event as Event);
assert.deepEqual(
  events.map(({ type, sequence }) => [type, sequence]),
  [1, 2].map((sequence) => [EventType.MODEL_REGISTERED, sequence]),
);
await watched.return(undefined);
say("watched both registrations");

// 6. A webhook is verified and read in one call.
const received = Promise.withResolvers<Event>();
let secret = "";
const app = createReceiver(() => secret, received.resolve);
const server = app.listen(0, "127.0.0.1");
await once(server, "listening");
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
const created = await overGrpc.webhooks.createEndpoint({
  url,
  filter: `event.model_name == "${modelName}"`,
});
secret = created.secret;
const { endpointId } = present(created.endpoint);
try {
  const again = await overGrpc.registry.registerBaseline({
    requestId: randomUUID(),
    modelName,
    modelType: "lead_scoring",
    source: { case: "mlflowUri", value: present(inline.modelInfo).modelUri },
  });
  const event = await received.promise;
  assert.equal(event.modelRegistered?.registration?.modelId, again.registration?.modelId);
  const forged = await fetch(url, { method: "POST", body: "{}" });
  assert.deepEqual([forged.status, await forged.text()], [401, "MISSING_HEADER"]);
} finally {
  await overGrpc.webhooks.deleteEndpoint({ endpointId });
  server.close();
}
say("received a webhook");
