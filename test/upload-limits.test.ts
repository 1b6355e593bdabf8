import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOST_FILES } from "../src/registry/package-content.ts";
import { openStore } from "../src/store/store.ts";
import { announceFile } from "../src/store/upload-files.ts";
import { failureOf } from "./support/errors.ts";
import { startModelwire, type TestModelwire } from "./support/modelwire.ts";
import { bothClients, fileParts, sha256, start, streamOf, upload } from "./support/transfers.ts";

const maxPackageBytes = 1000;

let modelwire: TestModelwire;
beforeAll(async () => {
  modelwire = await startModelwire({
    environment: { MODELWIRE_MAX_PACKAGE_BYTES: String(maxPackageBytes) },
  });
});
afterAll(() => modelwire?.stop());

const fileOf = (path: string, sizeBytes: number) => ({
  path,
  content: new Uint8Array(sizeBytes),
});

describe.each(["grpc", "http"] as const)("over %s, an upload", (name) => {
  const client = () => bothClients(modelwire)[name];

  test("takes as many bytes as a package may have, in all its calls, and no file beyond", async () => {
    const init = { uploadId: randomUUID() };
    await upload(client(), init, [fileOf("a", 400)]);
    const whole = await upload(client(), init, [fileOf("a", 400), fileOf("b", 600)]);
    expect(whole.files.map(({ complete }) => complete)).toEqual([true, true]);
    expect(await failureOf(upload(client(), init, [fileOf("c", 1)]))).toMatchObject({
      reason: "INVALID_FIELD",
      fields: {
        "file.size_bytes": "expected at most 1000 bytes in an upload, which has 1000",
      },
    });
    // What was stored stays, and what adds nothing is taken.
    await upload(client(), init, [fileOf("d", 0)]);
  });

  test("takes as many files as a package may have, and none beyond", async () => {
    const init = { uploadId: randomUUID() };
    await client().uploadPackage(streamOf([start(init)]));
    const store = await openStore(modelwire.databaseUrl);
    try {
      await store.transaction(async (tx) => {
        for (let i = 0; i < MOST_FILES - 1; i++) {
          const file = { path: `f${i}`, sizeBytes: 0, sha256: sha256(new Uint8Array()) };
          await announceFile(tx, { uploadId: init.uploadId, ...file });
        }
      });
    } finally {
      await store.close();
    }
    await upload(client(), init, [fileOf("last", 1)]);
    const beyond = client().uploadPackage(
      streamOf([start(init)], fileParts(fileOf("last", 1)), fileParts(fileOf("beyond", 1))),
    );
    expect(await failureOf(beyond)).toMatchObject({
      reason: "INVALID_FIELD",
      fields: { "file.path": "expected at most 10000 files in an upload" },
    });
  });
});

test("a download names no more files than a package may have", async () => {
  const { grpc } = bothClients(modelwire);
  const paths = Array.from({ length: MOST_FILES + 1 }, (_, i) => `f${i}`);
  const ref = { ref: { case: "modelId" as const, value: "nobody/1" } };
  expect(await failureOf(Array.fromAsync(grpc.downloadPackage({ ref, paths })))).toMatchObject({
    reason: "INVALID_FIELD",
    fields: { paths: "expected at most 10000 paths, not 10001" },
  });
});
