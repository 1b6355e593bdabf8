import { fromBinary } from "@bufbuild/protobuf";
import { type Event, EventSchema, EventType } from "#gen/modelwire/event/v1/event_pb.js";
import type { EventFilter } from "#gen/modelwire/event/v1/event_service_pb.js";
import { invalidField } from "../error.ts";
import type { PlacedEventRow } from "../store/event-reads.ts";
import { compileFilter, type EventPredicate, wrongFilter } from "./filter.ts";
import { typeNames } from "./standard-body.ts";

const MOST_CHARACTERS = 4000;

/** An event of the log, decoded where somebody asks for it. */
export class LogEvent {
  readonly row: PlacedEventRow;
  #event: Event | undefined;

  constructor(row: PlacedEventRow) {
    this.row = row;
  }

  /** The event. Many may share it: not to be changed. */
  get event(): Event {
    this.#event ??= fromBinary(EventSchema, this.row.event);
    return this.#event;
  }
}

/** Which events somebody wants. */
export interface EventQuery {
  modelName: string | undefined;
  /** Names of types; empty for any. */
  types: readonly string[];
  expression: EventPredicate | undefined;
}

/** Tells whether an event of the log is wanted. */
export function isWanted(query: EventQuery, one: LogEvent): boolean {
  const { row } = one;
  return (
    (query.modelName === undefined || row.model_name === query.modelName) &&
    (query.types.length === 0 || query.types.includes(row.type)) &&
    (query.expression?.(one.event) ?? true)
  );
}

/**
 * Reads which events a request wants.
 *
 * @throws ModelwireError INVALID_FIELD
 */
export function readQuery(filter: EventFilter | undefined): EventQuery {
  if (filter?.modelName === "") {
    throw invalidField("filter.model_name", "expected a name; unset means any");
  }
  const types = (filter?.types ?? []).map((type, index) => {
    const name = type === EventType.UNSPECIFIED ? undefined : typeNames[type];
    if (name === undefined) throw invalidField(`filter.types[${index}]`, "expected an EventType");
    return name;
  });
  return {
    modelName: filter?.modelName,
    types: [...new Set(types)],
    expression: readExpression(filter?.expression),
  };
}

function readExpression(expression: string | undefined): EventPredicate | undefined {
  if (expression === undefined) return undefined;
  const field = "filter.expression";
  if (expression === "" || [...expression].length > MOST_CHARACTERS) {
    throw invalidField(field, `expected a CEL expression of 1 to ${MOST_CHARACTERS} characters`);
  }
  const wrong = wrongFilter(expression);
  if (wrong !== undefined) throw invalidField(field, wrong);
  return compileFilter(expression);
}
