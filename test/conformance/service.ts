import { setTimeout as sleep } from "node:timers/promises";
import { create, type DescMessage, type Message } from "@bufbuild/protobuf";
import { anyPack } from "@bufbuild/protobuf/wkt";
import { ConnectError, type ConnectRouter, type HandlerContext } from "@connectrpc/connect";
import type {
  AskedAnswer,
  AskedAnswers,
  AskedError,
  AskedMetadata,
  Header,
  Protos,
  RequestInfo,
} from "./protos.ts";

/**
 * Creates the routes of the suite's service: each RPC answers what its request asks for, and tells
 * what it saw of the request. `Unimplemented` is left to the listener, which must refuse it.
 */
export function conformanceRoutes({ service, requestInfo }: Protos) {
  const { unary, idempotentUnary, serverStream, clientStream, bidiStream } = service.method;

  const requestsOnly = (input: DescMessage, requests: Message[]): RequestInfo =>
    create(requestInfo, { requests: requests.map((request) => anyPack(input, request)) });

  function infoOf(input: DescMessage, requests: Message[], context: HandlerContext): RequestInfo {
    const timeoutMs = context.timeoutMs();
    return create(requestInfo, {
      requests: requestsOnly(input, requests).requests,
      requestHeaders: valuesOf(context.requestHeader),
      ...(timeoutMs !== undefined && { timeoutMs: BigInt(Math.trunc(timeoutMs)) }),
      ...(context.requestMethod === "GET" && {
        connectGetInfo: { queryParams: valuesOf(new URL(context.url).searchParams) },
      }),
    });
  }

  function errorOf({ message, code, details }: AskedError, info?: RequestInfo): ConnectError {
    const error = new ConnectError(message ?? "", code);
    for (const { typeUrl, value } of details) {
      error.details.push({ type: typeUrl.slice(typeUrl.lastIndexOf("/") + 1), value });
    }
    if (info) error.details.push({ desc: requestInfo, value: info });
    return error;
  }

  async function answer(
    asked: AskedAnswer | undefined,
    info: RequestInfo,
    context: HandlerContext,
  ) {
    setMetadata(asked, context);
    await delay(asked, context);
    if (asked?.response.case === "error") throw errorOf(asked.response.value, info);
    return { payload: { data: asked?.response.value ?? noData, requestInfo: info } };
  }

  return (router: ConnectRouter): void => {
    router.rpc(unary, (request, context) =>
      answer(request.responseDefinition, infoOf(unary.input, [request], context), context),
    );
    router.rpc(idempotentUnary, (request, context) =>
      answer(
        request.responseDefinition,
        infoOf(idempotentUnary.input, [request], context),
        context,
      ),
    );
    router.rpc(clientStream, async (requests, context) => {
      const all = await Array.fromAsync(requests);
      const info = infoOf(clientStream.input, all, context);
      return await answer(all[0]?.responseDefinition, info, context);
    });
    router.rpc(serverStream, async function* (request, context) {
      const asked = request.responseDefinition;
      setMetadata(asked, context);
      let info: RequestInfo | undefined = infoOf(serverStream.input, [request], context);
      for (const data of asked?.responseData ?? []) {
        await delay(asked, context);
        yield { payload: { data, ...(info && { requestInfo: info }) } };
        info = undefined;
      }
      if (asked?.error) throw errorOf(asked.error, info);
    });
    router.rpc(bidiStream, async function* (requests, context) {
      const unanswered: Message[] = [];
      let asked: AskedAnswers | undefined;
      let isFullDuplex: boolean | undefined;
      let answered = 0;
      /** Tells of the requests since the last answer; of what they share in the first one only. */
      const info = (): RequestInfo | undefined => {
        const seen = unanswered.splice(0);
        if (answered === 0) return infoOf(bidiStream.input, seen, context);
        return seen.length > 0 ? requestsOnly(bidiStream.input, seen) : undefined;
      };
      const next = async (data: Uint8Array) => {
        await delay(asked, context);
        const seen = info();
        answered++;
        return { payload: { data, ...(seen && { requestInfo: seen }) } };
      };
      for await (const request of requests) {
        if (isFullDuplex === undefined) {
          asked = request.responseDefinition;
          isFullDuplex = request.fullDuplex;
          setMetadata(asked, context);
        }
        unanswered.push(request);
        if (!isFullDuplex) continue;
        const data = asked?.responseData[answered];
        // Nothing is left to answer: the error that was asked for follows at once.
        if (data === undefined) break;
        yield await next(data);
      }
      for (const data of asked?.responseData.slice(answered) ?? []) yield await next(data);
      if (asked?.error) throw errorOf(asked.error, answered === 0 ? info() : undefined);
    });
  };
}

const noData = new Uint8Array();

function valuesOf(pairs: Iterable<[string, string]>): Header[] {
  const all = new Map<string, string[]>();
  for (const [name, value] of pairs) all.set(name, [...(all.get(name) ?? []), value]);
  return [...all].map(([name, value]) => ({ name, value }));
}

function setMetadata(asked: AskedMetadata | undefined, context: HandlerContext): void {
  append(asked?.responseHeaders, context.responseHeader);
  append(asked?.responseTrailers, context.responseTrailer);
}

function append(from: Header[] | undefined, to: Headers): void {
  for (const { name, value } of from ?? []) {
    for (const one of value) to.append(name, one);
  }
}

async function delay(asked: AskedMetadata | undefined, { signal }: HandlerContext): Promise<void> {
  const delayMs = asked?.responseDelayMs ?? 0;
  if (delayMs > 0) await sleep(delayMs, undefined, { signal });
}
