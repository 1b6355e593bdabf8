import { expect, test } from "vitest";
import { insertRegistration, removeRegistration } from "../src/store/registrations.ts";
import { findSignatureBundle, insertSignatureBundle } from "../src/store/signature-bundles.ts";
import { describeOnBothEngines, newRegistration } from "./support/stores.ts";

describeOnBothEngines((stores) => {
  test("a bundle is kept as it was sent, and is gone with its registration", async () => {
    const store = await stores.open();
    const bundle = `{"a": "é\\u0000 😀"}${" ".repeat(1024 ** 2)}\r\n`;
    const lease = await insertRegistration(store.db, newRegistration());
    if (!lease) throw new Error("the request id was taken");
    await insertSignatureBundle(store.db, lease.registrationId, bundle);
    expect(await findSignatureBundle(store.db, lease.registrationId)).toBe(bundle);
    expect(await removeRegistration(store.db, lease)).toBe(true);
    expect(await store.db.selectFrom("signature_bundles").selectAll().execute()).toEqual([]);
  });
});
