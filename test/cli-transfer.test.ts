import { randomBytes, randomUUID } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromJson } from "@bufbuild/protobuf";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type Registration,
  RegistrationSchema,
} from "#gen/modelwire/registry/v1/registration_pb.js";
import { UploadSchema } from "#gen/modelwire/registry/v1/upload_pb.js";
import { quickstartModel } from "./support/model-files.ts";
import { startModelwire } from "./support/modelwire.ts";
import { runCli } from "./support/run-cli.ts";

let modelwire: Awaited<ReturnType<typeof startModelwire>>;
let folder: string;
let model: string;
beforeAll(async () => {
  modelwire = await startModelwire();
});
afterAll(() => modelwire?.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "modelwire-transfer-"));
  model = join(folder, "model");
  await cp(quickstartModel, model, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const cli = (...args: string[]) => runCli(args, modelwire.httpUrl);
const typed = () => ["--type", "lead_scoring", "--name", `cli-${randomUUID()}`, "--json"];

async function registered(...args: string[]): Promise<Registration> {
  const { exitCode, stdout, stderr } = await cli("register", ...args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return fromJson(RegistrationSchema, JSON.parse(stdout));
}

test("a package that no message takes is registered, and comes back as it was", async () => {
  const weights = randomBytes(20_000_000);
  await writeFile(join(model, "weights.bin"), weights);
  const again = [model, ...typed(), "--request-id", randomUUID()];
  const registration = await registered(...again);
  expect(registration.modelInfo?.files).toContainEqual(
    expect.objectContaining({ path: "weights.bin", sizeBytes: weights.length }),
  );
  // The same request id gives the first answer, though its upload is closed by then.
  expect(await registered(...again)).toEqual(registration);

  const target = join(folder, "copy");
  const { exitCode, stdout } = await cli("download", registration.modelId, target, "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    modelId: registration.modelId,
    packageDigest: registration.modelInfo?.packageDigest,
  });
  expect((await readFile(join(target, "weights.bin"))).equals(weights)).toBe(true);
});

test("an upload is registered by its id, once", async () => {
  const { exitCode, stdout } = await cli("upload", model, "--json");
  expect(exitCode).toBe(0);
  const upload = fromJson(UploadSchema, JSON.parse(stdout));
  expect(upload.files.every(({ complete }) => complete)).toBe(true);
  const registration = await registered("--upload-id", upload.uploadId, ...typed());
  expect(registration.modelInfo?.modelUuid).toBe(upload.modelUuid);
  expect(registration.runId).toBe(upload.runId);
  const second = await cli("register", "--upload-id", upload.uploadId, ...typed());
  expect(second.exitCode).toBe(4);
  expect(second.stderr).toMatch(/^ {2}reason: UPLOAD_NOT_OPEN$/m);
});

test("an upload that is not there is answered with exit code 3", async () => {
  const { exitCode, stderr } = await cli("register", "--upload-id", randomUUID(), ...typed());
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/^ {2}reason: UPLOAD_NOT_FOUND$/m);
});

test("single files of a model come by its uuid", async () => {
  const { modelInfo } = await registered(model, ...typed());
  const target = join(folder, "copy");
  const { exitCode } = await cli(
    "download",
    modelInfo?.modelUuid ?? "",
    target,
    "--path",
    "MLmodel",
  );
  expect(exitCode).toBe(0);
  expect(await readFile(join(target, "MLmodel"), "utf8")).toContain(modelInfo?.modelUuid);
});

test("a model that is not there leaves no directory", async () => {
  const target = join(folder, "copy");
  const { exitCode, stderr } = await cli("download", "cli-not-there/1", target);
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/^ {2}reason: MODEL_NOT_FOUND$/m);
  await expect(readFile(target)).rejects.toMatchObject({ code: "ENOENT" });
});
