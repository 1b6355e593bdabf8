import { create } from "@bufbuild/protobuf";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";

/** Stands for a registered model where nothing happened to any. */
export const TEST_MODEL_NAME = "modelwire-test";
const VERSION = "0";

/** Makes the registration that the site is told of where an endpoint is tried out. */
export function siteTestEvent({ eventId, time }: Event): Event {
  const event = create(EventSchema, {
    eventId,
    type: EventType.MODEL_REGISTERED,
    modelName: TEST_MODEL_NAME,
    sequence: 1,
    modelRegistered: {
      registration: {
        modelId: `${TEST_MODEL_NAME}/${VERSION}`,
        modelName: TEST_MODEL_NAME,
        version: VERSION,
        modelType: "test",
        isBaseline: true,
        modelVersion: { name: TEST_MODEL_NAME, version: VERSION },
        siteBinding: {
          tokenSymbol: TEST_MODEL_NAME,
          metricName: "accuracy",
          baselineValue: 1,
          currentValue: 1,
          proposalIdentifier: TEST_MODEL_NAME,
        },
      },
    },
  });
  if (time) event.time = time;
  return event;
}
