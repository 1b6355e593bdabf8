import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import {
  createProgressNotes,
  type PartProgress,
  readProgress,
} from "../src/registry/part-progress.ts";
import type { Store } from "../src/store/store.ts";
import { announceFile, findUploadFile } from "../src/store/upload-files.ts";
import { insertUpload, moveUpload, removeUpload } from "../src/store/uploads.ts";
import { describeOnBothEngines, NOW } from "./support/stores.ts";

const partOf = (n: number) => ({ url: `http://store/${n}`, headers: { "x-part": String(n) } });

function progressOf(uploadId: string, ...etags: string[]): PartProgress {
  const parts = [1, 2, 3].map(partOf);
  return { upload: { uploadId, parts }, partBytes: 10, etags, hash: "c3RhdGU=" };
}

describeOnBothEngines((stores) => {
  const file = { uploadId: randomUUID(), path: "a.bin", sizeBytes: 25, sha256: "0".repeat(64) };
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
    await insertUpload(store.db, {
      uploadId: file.uploadId,
      registrationId: randomUUID(),
      owner: undefined,
      name: "model",
      experimentId: "0",
      runId: undefined,
      createdAt: NOW,
      expiresAt: NOW,
      leaseUntil: 0,
    });
  });
  const row = () => announceFile(store.db, file);
  const notes = async () => createProgressNotes({ store }, await row());

  test("progress is read as it was noted, with what it amounts to", async () => {
    const own = await notes();
    expect(readProgress(await row())).toBeUndefined();
    for (const etags of [[], ['"1"'], ['"1"', '"2"'], ['"1"', '"2"', '"3"']]) {
      const progress = progressOf("u", ...etags);
      expect(await own.note(progress)).toBe(true);
      expect(readProgress(await row())).toEqual(progress);
      const stored_bytes = Math.min(etags.length * 10, 25);
      expect(await row()).toMatchObject({ stored_bytes, complete: 0 });
    }
    expect(await own.end("whole")).toBe(true);
    expect(await row()).toMatchObject({ stored_bytes: 25, complete: 1, multipart: null });
  });

  test("of two calls that begin a file, one has it", async () => {
    const [first, second] = [await notes(), await notes()];
    const begun = await Promise.all([first.note(progressOf("a")), second.note(progressOf("b"))]);
    expect(begun.toSorted()).toEqual([false, true]);
  });

  test("a call whose file another began anew has lost it, and says so of its parts", async () => {
    const first = await notes();
    await first.note(progressOf("a"));
    const second = await notes();
    expect(await second.note(progressOf("b"))).toBe(true);
    expect(await first.note(progressOf("a", '"1"'))).toBe(false);
    expect(await first.end("whole")).toBe(false);
    expect(await first.end("none")).toBe(false);
    expect(await first.isStillOf({ uploadId: "a", parts: [] })).toBe(false);
    expect(await second.isStillOf({ uploadId: "b", parts: [] })).toBe(true);
  });

  test("calls that store the same parts go on side by side, and never back", async () => {
    await (await notes()).note(progressOf("u"));
    const [first, second] = [await notes(), await notes()];
    await first.note(progressOf("u", '"1"'));
    await first.note(progressOf("u", '"1"', '"2"'));
    expect(await second.note(progressOf("u", '"1"'))).toBe(true);
    expect(await row()).toMatchObject({ stored_bytes: 20 });
    expect(await second.note(progressOf("u", '"1"', '"2"'))).toBe(true);
    expect(await second.note(progressOf("u", '"1"', '"2"', '"3"'))).toBe(true);
    expect(await row()).toMatchObject({ stored_bytes: 25 });
    expect(await second.end("whole")).toBe(true);
    expect(await first.note(progressOf("u", '"1"', '"2"', '"3"'))).toBe(true);
    expect(await first.end("whole")).toBe(true);
    expect(await row()).toMatchObject({ stored_bytes: 25, complete: 1 });
  });

  test("calls that store different parts do not mix", async () => {
    await (await notes()).note(progressOf("u"));
    const [first, second] = [await notes(), await notes()];
    await first.note(progressOf("u", '"1"'));
    expect(await second.note(progressOf("u", '"other"'))).toBe(false);
    expect(await second.isStillOf({ uploadId: "u", parts: [] })).toBe(true);
    expect(readProgress(await row())?.etags).toEqual(['"1"']);
  });

  test("nothing is noted for an upload that is not open any more", async () => {
    const own = await notes();
    await own.note(progressOf("u"));
    await moveUpload(store.db, file.uploadId, ["OPEN"], "DELETING");
    expect(await own.note(progressOf("u", '"1"'))).toBe(false);
    expect(await own.end("whole")).toBe(false);
    await removeUpload(store.db, file.uploadId);
    expect(await own.note(progressOf("u", '"1"'))).toBe(false);
    expect(await own.isStillOf({ uploadId: "u", parts: [] })).toBe(false);
    expect(await findUploadFile(store.db, file.uploadId, file.path)).toBeUndefined();
  });
});
