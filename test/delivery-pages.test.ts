import { toBinary } from "@bufbuild/protobuf";
import { createClient, createRouterTransport } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { type Delivery, DeliverySchema } from "#gen/modelwire/webhook/v1/delivery_pb.js";
import { WebhookService } from "#gen/modelwire/webhook/v1/webhook_service_pb.js";
import { newId } from "../src/event/ids.ts";
import { createListDeliveries } from "../src/rpc/list-deliveries.ts";
import type { WebhookContext } from "../src/rpc/webhook-context.ts";
import { readDeliveries } from "../src/store/delivery-lists.ts";
import { insertEndpoint } from "../src/store/endpoints.ts";
import type { Store } from "../src/store/store.ts";
import { describeOnBothEngines, insertNewEvent, NOW, newEndpoint } from "./support/stores.ts";

const MIB = 1024 ** 2;

/** Makes deliveries, each later than the one before and with so many attempts; gives their ids. */
async function deliver(store: Store, attemptCounts: readonly number[]): Promise<string[]> {
  await insertEndpoint(store.db, newEndpoint({ endpoint_id: "ep" }));
  return store.transaction(async (tx) => {
    const ids: string[] = [];
    for (const [i, count] of attemptCounts.entries()) {
      const { eventId } = await insertNewEvent(store, tx, { createdAt: NOW + i });
      const id = newId("dlv");
      ids.push(id);
      await tx
        .updateTable("deliveries")
        .set({ delivery_id: id, attempt_count: count })
        .where("event_id", "=", eventId)
        .execute();
      const attempts = Array.from({ length: count }, (_, number) => ({
        ...{ delivery_id: id, number: number + 1, started_at: NOW, latency_ms: 1, status: 500 },
        ...{ error: null, response_excerpt: "x".repeat(1024), server_fault: 0 },
      }));
      if (count > 0) await tx.insertInto("attempts").values(attempts).execute();
    }
    return ids;
  });
}

describeOnBothEngines((stores) => {
  test("a page has as many deliveries as make a megabyte with their attempts", async () => {
    const store = await stores.open();
    const ids = await deliver(store, [...Array(20).fill(1), 1200, ...Array(12).fill(150), 0, 0]);
    const listDeliveries = createListDeliveries({ store } as WebhookContext);
    const client = createClient(
      WebhookService,
      createRouterTransport(({ service }) => void service(WebhookService, { listDeliveries })),
    );
    const list = async (pageSize: number) => {
      const pages: Delivery[][] = [];
      let pageToken = "";
      do {
        const page = await client.listDeliveries({ pageSize, pageToken });
        pages.push(page.deliveries);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      return pages;
    };
    for (const pageSize of [1, 5, 35, 1000]) {
      const pages = await list(pageSize);
      const found = pages.flat();
      expect(found.map(({ deliveryId }) => deliveryId)).toEqual(ids.toReversed());
      expect(found.filter(({ attempts }) => attempts.length === 150)).toHaveLength(12);
      for (const page of pages) {
        const bytes = page.reduce((sum, one) => sum + toBinary(DeliverySchema, one).length, 0);
        if (page.length > 1) expect(bytes).toBeLessThanOrEqual(MIB);
      }
    }
    expect((await list(1000)).map((page) => page.length)).toEqual([8, 6, 1, 20]);
  });

  test("deliveries are read with no more than a thousand attempts at once, or one of them", async () => {
    const store = await stores.open();
    await deliver(store, [0, 0, 1200, 300, 800, 200, 1, 1]);
    const all = { endpointId: undefined, eventId: undefined, state: undefined };
    const sizes: number[] = [];
    for await (const { rows } of readDeliveries(store.db, all, 100, undefined)) {
      sizes.push(rows.reduce((sum, { row }) => sum + row.attempts.length, 0));
    }
    expect(sizes).toEqual([202, 800, 300, 1200, 0]);
  });
});
