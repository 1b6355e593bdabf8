import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  type AttributeValue,
  type Context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  type SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";

/**
 * What work belongs to: a span of a trace, and the call that it is done for. Nothing of this is
 * global to the process, so that several servers in one keep their traces apart.
 */
interface Scope {
  /** What makes spans; undefined where nothing is traced, and a caller's context is passed on. */
  tracer: Tracer | undefined;
  context: Context;
  requestId: string | undefined;
}

const outside: Scope = { tracer: undefined, context: ROOT_CONTEXT, requestId: undefined };
const scopes = new AsyncLocalStorage<Scope>();
const scope = () => scopes.getStore() ?? outside;

/** Describes a span. */
export interface SpanDescription {
  kind?: SpanKind;
  /** Without values of a request, a secret or a URL: spans leave the house. */
  attributes?: Attributes;
  /**
   * `traceparent` of what it belongs to, where that is not what runs now: of a caller, or of what
   * was written down earlier.
   */
  parent?: string | undefined;
}

/** A span that is under way; where nothing is traced, what passes a caller's context on. */
export interface OpenSpan {
  /** Runs work, and what it begins, within the span. */
  run<T>(work: () => T): T;
  set(name: string, value: AttributeValue): void;
  /**
   * Marks it as failed, the first time that it is told. The text of an error can hold anything, so
   * only its kind is told.
   */
  fail(errorType: string): void;
  end(): void;
}

/** Runs work in a scope of its own, which spans begin from. */
export function runTraced<T>(tracer: Tracer | undefined, work: () => T): T {
  return scopes.run({ ...outside, tracer }, work);
}

/** Begins a span within the present one, or within that of `parent`. */
export function openSpan(
  name: string,
  description: SpanDescription,
  requestId = scope().requestId,
  tracer = scope().tracer,
): OpenSpan {
  const { parent, ...options } = description;
  const from = parent === undefined ? scope().context : contextOf(parent);
  const span = tracer?.startSpan(name, options, from);
  let failed = false;
  const inside = { tracer, requestId, context: span ? trace.setSpan(from, span) : from };
  return {
    run: (work) => scopes.run(inside, work),
    set: (key, value) => void span?.setAttribute(key, value),
    fail(errorType) {
      if (failed) return;
      failed = true;
      span?.setAttribute("error.type", errorType).setStatus({ code: SpanStatusCode.ERROR });
    },
    end: () => span?.end(),
  };
}

/** Does work within a span of its own, which fails with the work. */
export async function traced<T>(
  name: string,
  description: SpanDescription,
  work: (span: OpenSpan) => Promise<T>,
): Promise<T> {
  if (!isTracing() && description.parent === undefined) return work(untraced);
  const span = openSpan(name, description);
  try {
    return await span.run(() => work(span));
  } catch (error) {
    span.fail(errorTypeOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** Tells whether spans are made here at all. */
export function isTracing(): boolean {
  return scope().tracer !== undefined;
}

/**
 * Gives the W3C trace context of what runs now, as in the header `traceparent`; undefined where it
 * belongs to no trace.
 */
export function currentTraceparent(): string | undefined {
  const present = spanContextOf(scope().context);
  if (!present) return undefined;
  const flags = present.traceFlags.toString(16).padStart(2, "0");
  return `00-${present.traceId}-${present.spanId}-${flags}`;
}

/** Gives what the log says of the work that runs now. */
export function currentLogFields(): { request_id?: string; trace_id?: string } {
  const { context, requestId } = scope();
  const traceId = spanContextOf(context)?.traceId;
  return {
    ...(requestId !== undefined && { request_id: requestId }),
    ...(traceId !== undefined && { trace_id: traceId }),
  };
}

/** Gives the trace that a `traceparent` names; undefined where it is none. */
export function traceIdOf(traceparent: string | undefined): string | undefined {
  return traceparent === undefined ? undefined : spanContextOf(contextOf(traceparent))?.traceId;
}

const untraced: OpenSpan = { run: (work) => work(), set() {}, fail() {}, end() {} };

// Later versions may have more behind it, and are read as this one (W3C Trace Context, 3.2.4).
const traceparentPattern = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

function contextOf(traceparent: string): Context {
  const [, version, traceId = "", spanId = "", flags = "00", more] =
    traceparentPattern.exec(traceparent) ?? [];
  if (version === undefined || version === "ff" || (version === "00" && more)) return ROOT_CONTEXT;
  // The only flag that every version knows.
  const traceFlags = Number.parseInt(flags, 16) & 1;
  const remote = { traceId, spanId, traceFlags, isRemote: true };
  return isSpanContextValid(remote) ? trace.setSpanContext(ROOT_CONTEXT, remote) : ROOT_CONTEXT;
}

function spanContextOf(context: Context): ReturnType<Span["spanContext"]> | undefined {
  const present = trace.getSpanContext(context);
  return present && isSpanContextValid(present) ? present : undefined;
}

function errorTypeOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
