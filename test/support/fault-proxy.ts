import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listenOnLoopback, stopListening } from "./loopback-server.ts";

/** An answer that is given in MLflow's place. */
export interface FixedAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What goes wrong with a call. */
export interface Fault {
  /** Whether the call gets to MLflow and takes effect, whatever the caller is told. */
  reachesMlflow: boolean;
  /** Until when the call waits before it gets to MLflow, and its answer before it is passed on. */
  holds?: { request: Promise<unknown>; answer: Promise<unknown> };
  /** How long the call is on its way to MLflow, also where its caller no longer waits. */
  requestDelayMs?: number;
  /** Answers before the call gets to MLflow, as a gateway does that has waited long enough. */
  answersFirst?: boolean;
  /** How long the answer is on its way back. */
  answerDelayMs?: number;
  /**
   * What the caller gets: what MLflow said, an answer of the fault's own, a connection that
   * breaks, or an outage: from then on until {@link FaultProxy.up} nobody listens.
   */
  answer: "mlflow" | "break" | "outage" | FixedAnswer;
}

/** Which calls a fault is for. */
export interface FaultRule {
  method: string;
  /** Matches the path, without the query. */
  path: RegExp;
  fault: Fault;
  /** The one matching call that it is for, counted from 1; unset: every one. */
  nth?: number;
}

/** A fault that is in force. */
export interface InjectedFault {
  /** How many calls it was applied to. */
  readonly hits: number;
  /** Ends it for calls that come from now on. */
  end(): void;
}

/** An HTTP proxy before an MLflow. */
export interface FaultProxy {
  /** To use in place of MLflow's URL. */
  readonly url: string;
  /** Puts a fault in force. Of several that match a call, the first applies. */
  inject(rule: FaultRule): InjectedFault;
  /** Stops listening and cuts all connections: connecting is refused from now on. */
  down(): Promise<void>;
  /** Listens again, on the same port. */
  up(): Promise<void>;
  /** Waits until no call is on its way, also none that its caller gave up. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a proxy on a port of its own that passes everything on, save what faults say. */
export async function startFaultProxy(mlflowUrl: string): Promise<FaultProxy> {
  const rules = new Set<FaultRule & { matches: number; hits: number }>();
  const underWay = new Set<Promise<void>>();
  const server = createServer((incoming, response) => {
    const work = serve(incoming, response).catch(() => void incoming.socket.destroy());
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  });
  let port = 0;
  let up = false;
  const listen = async () => {
    if (up) return;
    up = true;
    port = await listenOnLoopback(server, port);
  };
  const down = async () => {
    if (!up) return;
    up = false;
    await stopListening(server);
  };
  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = faultFor(incoming);
    const body = Buffer.concat(await Array.fromAsync(incoming as AsyncIterable<Buffer>));
    if (fault?.answersFirst) await respond(fault, undefined, response);
    await fault?.holds?.request;
    if (fault?.requestDelayMs) await sleep(fault.requestDelayMs);
    const said =
      fault?.reachesMlflow === false ? undefined : await passOn(mlflowUrl, incoming, body);
    await fault?.holds?.answer;
    if (fault?.answerDelayMs) await sleep(fault.answerDelayMs);
    if (!fault?.answersFirst) await respond(fault, said, response);
  }

  async function respond(
    fault: Fault | undefined,
    said: Passed | undefined,
    response: ServerResponse,
  ): Promise<void> {
    const answer = fault?.answer ?? "mlflow";
    if (answer === "outage") await down();
    else if (answer === "break") response.destroy();
    else {
      const { status, headers, body } = answer === "mlflow" ? (said ?? nothing) : answer;
      response.writeHead(status, headers).end(body);
    }
  }

  function faultFor({ method, url = "" }: IncomingMessage): Fault | undefined {
    for (const rule of rules) {
      if (rule.method !== method || !rule.path.test(url.split("?")[0] ?? "")) continue;
      rule.matches++;
      if (rule.nth !== undefined && rule.nth !== rule.matches) continue;
      rule.hits++;
      return rule.fault;
    }
    return undefined;
  }

  await listen();
  return {
    url: `http://127.0.0.1:${port}`,
    inject(given) {
      const rule = { ...given, matches: 0, hits: 0 };
      rules.add(rule);
      return {
        get hits() {
          return rule.hits;
        },
        end: () => void rules.delete(rule),
      };
    },
    down,
    up: listen,
    idle,
    async close() {
      await down();
      await idle();
    },
  };
}

const nothing: FixedAnswer = { status: 204, headers: {}, body: "" };

interface Passed {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

async function passOn(
  mlflowUrl: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Passed> {
  const { hostname, port, host } = new URL(mlflowUrl);
  const outgoing = request({
    ...{ hostname, port, method, path: url, agent: false },
    headers: {
      ...endToEnd(headers),
      host,
      ...(body.length > 0 && { "content-length": body.length }),
    },
  });
  outgoing.end(body);
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  return {
    status: answer.statusCode ?? 502,
    headers: endToEnd(answer.headers),
    body: Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>)),
  };
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection, "keep-alive": keepAlive, "transfer-encoding": encoding, ...rest } = headers;
  return rest;
}
