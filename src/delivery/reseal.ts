import type { Logger } from "pino";
import { messageOf } from "../error.ts";
import type { Store } from "../store/store.ts";
import type { PreviousSecret } from "./secret.ts";
import type { Vault } from "./vault.ts";

/**
 * Seals anew, in one transaction, every secret that is kept with another key than the first, or
 * with none, as before there were keys. One that cannot be opened stays as it is and is logged.
 */
export async function resealSecrets(store: Store, vault: Vault, log: Logger): Promise<void> {
  await store.transaction(async (tx) => {
    const rows = await tx
      .selectFrom("endpoints")
      .select(["endpoint_id", "secret", "previous_secrets"])
      .orderBy("endpoint_id")
      .execute();
    const reseal = (sealed: string) =>
      vault.isStale(sealed) ? vault.seal(vault.open(sealed)) : sealed;
    for (const { endpoint_id: endpointId, secret, previous_secrets: previous } of rows) {
      try {
        const earlier: PreviousSecret[] = JSON.parse(previous);
        const anew = {
          secret: reseal(secret),
          previous_secrets: JSON.stringify(
            earlier.map((one) => ({ ...one, secret: reseal(one.secret) })),
          ),
        };
        // Checks those too that need no other key.
        vault.open(anew.secret);
        if (anew.secret === secret && anew.previous_secrets === previous) continue;
        await tx
          .updateTable("endpoints")
          .set(anew)
          .where("endpoint_id", "=", endpointId)
          // Otherwise somebody has given it another one meanwhile.
          .where("secret", "=", secret)
          .where("previous_secrets", "=", previous)
          .execute();
      } catch (error) {
        log.error(
          { endpoint_id: endpointId, error: messageOf(error) },
          "the secret of an endpoint cannot be opened: nothing is sent to it",
        );
      }
    }
  });
}
