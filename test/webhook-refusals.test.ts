import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { failureOf } from "./support/errors.ts";
import { describeWebhookService } from "./support/webhook-service.ts";

const nobody = `ep_${"0".repeat(32)}`;

describeWebhookService((service) => {
  const sinceTime = timestampFromMs(0);
  const calls: [string, (endpointId: string) => Promise<unknown>][] = [
    ["GetEndpoint", (endpointId) => service.webhooks.getEndpoint({ endpointId })],
    [
      "UpdateEndpoint",
      (endpointId) => service.webhooks.updateEndpoint({ endpointId, ordered: true }),
    ],
    [
      "UpdateEndpoint of the version",
      (endpointId) => service.webhooks.updateEndpoint({ endpointId, payloadVersion: "1" }),
    ],
    ["PauseEndpoint", (endpointId) => service.webhooks.pauseEndpoint({ endpointId })],
    ["ResumeEndpoint", (endpointId) => service.webhooks.resumeEndpoint({ endpointId })],
    ["RotateEndpointSecret", (endpointId) => service.webhooks.rotateEndpointSecret({ endpointId })],
    ["TestEndpoint", (endpointId) => service.webhooks.testEndpoint({ endpointId })],
    [
      "RecoverEndpoint",
      (endpointId) => service.webhooks.recoverEndpoint({ endpointId, sinceTime }),
    ],
  ];
  test.for(calls)("%s says that there is no such endpoint, or no such id", async ([, call]) => {
    expect(await failureOf(call(nobody))).toMatchObject({
      code: "NotFound",
      reason: "ENDPOINT_NOT_FOUND",
      resource: nobody,
    });
    for (const id of ["", "ep_1", "ep_\0"]) {
      expect(await failureOf(call(id))).toMatchObject({
        code: "InvalidArgument",
        fields: { endpoint_id: "expected ep_ and 32 hexadecimal digits" },
      });
    }
  });

  const deliveryCalls: [string, (deliveryId: string) => Promise<unknown>][] = [
    ["GetDelivery", (deliveryId) => service.webhooks.getDelivery({ deliveryId })],
    ["Redeliver", (deliveryId) => service.webhooks.redeliver({ deliveryId })],
  ];
  test.for(deliveryCalls)(
    "%s says that there is no such delivery, or no such id",
    async ([, call]) => {
      const none = `dlv_${"0".repeat(32)}`;
      expect(await failureOf(call(none))).toMatchObject({
        code: "NotFound",
        reason: "DELIVERY_NOT_FOUND",
        resource: none,
      });
      for (const id of ["", nobody, "dlv_\0"]) {
        expect(await failureOf(call(id))).toMatchObject({
          code: "InvalidArgument",
          fields: { delivery_id: "expected dlv_ and 32 hexadecimal digits" },
        });
      }
    },
  );

  test("RecoverEndpoint needs a time to begin at, and an end after it", async () => {
    const { endpointId } = await service.create();
    const failures = [
      [{}, { since_time: "expected a time" }],
      [
        { sinceTime: timestampFromMs(2), untilTime: timestampFromMs(2) },
        { until_time: "expected a time after since_time" },
      ],
      [
        { sinceTime: { seconds: 10n ** 12n, nanos: 0 } },
        { since_time: "expected a time from year 1 to year 9999" },
      ],
    ] as const;
    for (const [wrong, fields] of failures) {
      const failure = await failureOf(service.webhooks.recoverEndpoint({ endpointId, ...wrong }));
      expect(failure).toMatchObject({ code: "InvalidArgument", fields });
    }
  });

  test("ListDeliveries refuses an empty name of a model", async () => {
    const failure = await failureOf(service.webhooks.listDeliveries({ modelName: "" }));
    expect(failure).toMatchObject({ fields: { model_name: "expected a name; unset means any" } });
  });
});
