import { expect, test } from "vitest";
import { answerWith, startReceiver, verifyWithNode } from "./support/receiver.ts";
import { describeWebhookService } from "./support/webhook-service.ts";

describeWebhookService((service) => {
  test("TestEndpoint tells how the endpoint took a signed request, whatever its state", async () => {
    const { endpointId, secret } = await service.create({ url: service.receiver.url });
    await service.webhooks.pauseEndpoint({ endpointId });
    const before = service.receiver.received.length;
    const { attempt, delivered, eventId } = await service.webhooks.testEndpoint({ endpointId });
    expect(attempt).toMatchObject({ number: 1, status: 204, responseExcerpt: "" });
    expect(attempt).not.toHaveProperty("error");
    expect(delivered).toBe(true);
    const request = service.receiver.received[before];
    if (!request) throw new Error("no request");
    expect(request.headers["webhook-id"]).toBe(eventId);
    expect(verifyWithNode(secret, request)).toMatchObject({
      id: eventId,
      type: "modelwire.endpoint.test",
      subject: "modelwire-test",
      data: {
        type: "EVENT_TYPE_ENDPOINT_TEST",
        modelName: "modelwire-test",
        sequence: 1,
        endpointTest: { endpointId },
      },
    });
  });

  test("TestEndpoint tells why a request was not taken, and holds it against nobody", async () => {
    const refusing = await startReceiver(answerWith(401));
    try {
      const { endpointId, endpoint } = await service.create({ url: refusing.url });
      const { attempt, delivered } = await service.webhooks.testEndpoint({ endpointId });
      expect(delivered).toBe(false);
      expect(attempt).toMatchObject({ status: 401, error: expect.stringContaining("401") });
      expect((await service.webhooks.getEndpoint({ endpointId })).endpoint).toEqual(endpoint);
      expect((await service.webhooks.listDeliveries({ endpointId })).deliveries).toEqual([]);
      await refusing.close();
      const unreachable = await service.webhooks.testEndpoint({ endpointId });
      expect(unreachable.attempt).toMatchObject({ error: "connection refused" });
      expect(unreachable.attempt).not.toHaveProperty("status");
    } finally {
      await refusing.close();
    }
  });
});
