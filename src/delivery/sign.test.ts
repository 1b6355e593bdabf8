import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { signatureHeaders } from "./sign.ts";

const [newer, older] = [`whsec_${"A".repeat(32)}`, `whsec_${"b".repeat(32)}`] as const;
const body = Buffer.from('{"type":"é"}');

test("the vector of Standard Webhooks is signed as it says", () => {
  const secrets = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"];
  const vector = Buffer.from('{"test": 2432232314}');
  const id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  const request = { format: "STANDARD", secrets, id, body: vector };
  expect(signatureHeaders(request, 1_614_265_330_999)).toEqual({
    "webhook-id": id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test.for(["STANDARD", "PROTOBUF"])(
  "with two secrets, a verifier of either takes a %s request",
  (format) => {
    const request = { format, secrets: [newer, older], id: "evt_1", body };
    const headers = signatureHeaders(request, Date.now());
    for (const secret of [newer, older]) {
      expect(new Webhook(secret).verify(body, headers)).toEqual({ type: "é" });
    }
    expect(() => new Webhook(`whsec_${"c".repeat(32)}`).verify(body, headers)).toThrow();
    expect(() => new Webhook(newer).verify(Buffer.from('{"type":"e"}'), headers)).toThrow();
  },
);

test.for(["SITE_FLAT", "SITE_NESTED"])(
  "a %s request has the site's signature, of the newest secret",
  (format) => {
    const request = { format, secrets: [newer, older], id: "evt_1", body };
    const digest = createHmac("sha256", newer).update(body).digest("hex");
    expect(signatureHeaders(request, 0)).toEqual({ "X-Hokusai-Signature": `sha256=${digest}` });
  },
);
