import { expect, test } from "vitest";
import { removeRegistration } from "../src/store/registrations.ts";
import { findSignatureBundle, insertSignedRegistration } from "../src/store/signature-bundles.ts";
import { describeOnBothEngines, newRegistration } from "./support/stores.ts";

describeOnBothEngines((stores) => {
  test("a bundle is kept as it was sent, and is gone with its registration", async () => {
    const store = await stores.open();
    const bundle = `{"a": "é\\u0000 😀"}${" ".repeat(1024 ** 2)}\r\n`;
    const lease = await insertSignedRegistration(store, newRegistration(), bundle);
    if (!lease) throw new Error("the request id was taken");
    expect(await findSignatureBundle(store.db, lease.registrationId)).toBe(bundle);
    expect(await removeRegistration(store.db, lease)).toBe(true);
    expect(await store.db.selectFrom("signature_bundles").selectAll().execute()).toEqual([]);
  });

  test("a request id that is taken leaves no second bundle", async () => {
    const store = await stores.open();
    const registration = newRegistration();
    await insertSignedRegistration(store, registration, "first");
    const again = { ...registration, registrationId: newRegistration().registrationId };
    expect(await insertSignedRegistration(store, again, "second")).toBeUndefined();
    expect(await findSignatureBundle(store.db, registration.registrationId)).toBe("first");
    expect(await findSignatureBundle(store.db, again.registrationId)).toBeUndefined();
  });
});
