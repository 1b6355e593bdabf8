import { randomUUID } from "node:crypto";
import { createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { expect, test, vi } from "vitest";
import { RegistryService } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { stopUnderLoad, withServer } from "./support/shutdown-scene.ts";

/** Machines that test are slow. */
const soon = { timeout: 90_000 };
vi.setConfig({ testTimeout: 240_000 });

test(
  "SIGTERM under load is answered with success or UNAVAILABLE, and no registration is lost or doubled",
  stopUnderLoad,
);

test("a second SIGTERM ends a server at once", () =>
  withServer(async (server) => {
    const client = createClient(
      RegistryService,
      createConnectTransport({ baseUrl: server.httpUrl, httpVersion: "1.1" }),
    );
    // A call that does not end by itself.
    const uploadId = randomUUID();
    const upload = client.uploadPackage(neverEnding(uploadId)).catch((error) => error);
    await vi.waitFor(() => client.getUpload({ uploadId }), soon);
    server.child.kill("SIGTERM");
    await vi.waitFor(() => expect(server.log()).toContain("stopping"), soon);
    server.child.kill("SIGTERM");
    expect(await server.ended).toEqual([null, "SIGTERM"]);
    await upload;
  }));

async function* neverEnding(uploadId: string) {
  yield { part: { case: "start" as const, value: { uploadId } } };
  await new Promise(() => {});
}
