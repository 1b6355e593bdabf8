import { create } from "@bufbuild/protobuf";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";

const NAME = "modelwire-test";
const VERSION = "0";

/** Makes the registration that the site is told of where an endpoint is tried out. */
export function siteTestEvent({ eventId, time }: Event): Event {
  const event = create(EventSchema, {
    eventId,
    type: EventType.MODEL_REGISTERED,
    modelName: NAME,
    sequence: 1,
    modelRegistered: {
      registration: {
        modelId: `${NAME}/${VERSION}`,
        modelName: NAME,
        version: VERSION,
        modelType: "test",
        isBaseline: true,
        modelVersion: { name: NAME, version: VERSION },
        siteBinding: {
          tokenSymbol: NAME,
          metricName: "accuracy",
          baselineValue: 1,
          currentValue: 1,
          proposalIdentifier: NAME,
        },
      },
    },
  });
  if (time) event.time = time;
  return event;
}
