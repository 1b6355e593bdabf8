// Receives webhooks with Express: verifies each, and does nothing for one that came before.
//   MODELWIRE_WEBHOOK_SECRET=whsec_… PORT=9000 node receiver.ts
import { type Event, EventType, verifyWebhook, WebhookError } from "@modelwire/client";
import express from "express";

/**
 * Makes an application that takes webhooks at `/hook`.
 *
 * @param secret asked for with each request: it can be rotated
 */
export function createReceiver(
  secret: () => string,
  onEvent: (event: Event) => void,
): express.Express {
  // A real receiver keeps them in its database, in the transaction in which it acts on the event.
  const seen = new Set<string>();
  const app = express();
  // The bytes as they came are what was signed.
  app.post("/hook", express.raw({ type: () => true, limit: "16mb" }), (request, response) => {
    try {
      const event = verifyWebhook(request, secret());
      if (!seen.has(event.eventId)) onEvent(event);
      seen.add(event.eventId);
      response.status(204).end();
    } catch (error) {
      if (!(error instanceof WebhookError)) throw error;
      response.status(401).send(error.reason);
    }
  });
  return app;
}

if (import.meta.main) {
  const { MODELWIRE_WEBHOOK_SECRET: secret = "", PORT: port = "9000" } = process.env;
  const app = createReceiver(
    () => secret,
    ({ type, modelName, sequence }) => {
      process.stdout.write(`${modelName} ${sequence}: ${EventType[type]}\n`);
    },
  );
  app.listen(Number(port), "127.0.0.1");
}
