import { Code, ConnectError } from "@connectrpc/connect";
import { type Command, InvalidArgumentError, Option } from "commander";
import { watchEvents } from "../../clients/typescript/src/watch.ts";
import { withoutPassword } from "../config/masked.ts";
import { isSecret, newSecret } from "../delivery/secret.ts";
import { type Clients, createClients, type ServerOptions } from "./client.ts";
import { HintedError } from "./error.ts";
import { eventLine } from "./event-line.ts";
import { forwardEvent } from "./forward.ts";
import { parseCount, parsePort } from "./option-values.ts";
import { commandName, note, plain, print } from "./output.ts";
import { startReceiver } from "./receiver.ts";
import { stopSignal } from "./stop-signal.ts";
import { toldOnTerminal } from "./watch-text.ts";

interface ListenOptions extends ServerOptions {
  port: number;
  path: string;
  count: number;
  forwardTo?: string;
  secret?: string;
}

/** Adds `listen`, which receives webhooks on this machine and shows them. */
export function addListen(program: Command): void {
  program
    .command("listen")
    .description("Receive events on this machine, verify and show or forward them, until Ctrl-C.")
    .option("--port <port>", "port on 127.0.0.1; 0 for any that is free", parsePort, 0)
    .option("--path <path>", "path of the URL", parsePath, "/")
    .option("--count <n>", "end after so many events", parseCount, Number.POSITIVE_INFINITY)
    .addOption(
      new Option("--forward-to <url>", "watch events and send each to this URL, signed")
        .argParser(parseTarget)
        .conflicts(["port", "path"]),
    )
    .option("--secret <secret>", "secret to sign with: whsec_… (default: a new one)", parseSecret)
    .option("--json", "print the body of each event on a line, as it was signed")
    .addHelpText(
      "after",
      `
Examples:
  ${commandName} listen
  ${commandName} listen --count 1 --json
  ${commandName} listen --forward-to http://127.0.0.1:3000/hooks/models

It makes an endpoint at the server, which must run on this machine, and deletes it at the end.
With --forward-to it makes none, and the server may run on any machine: events are watched, and
each is sent once to a receiver that is being developed here.`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListenOptions>();
      if (options.forwardTo === undefined) await listen(options);
      else await forward(options, options.forwardTo);
    });
}

async function listen(options: ListenOptions): Promise<void> {
  const { webhooks } = createClients(options);
  const stopped = stopSignal();
  const ended = new AbortController();
  let left = options.count;
  // Made here and not by the server: an event may come before the answer with the secret.
  const secret = options.secret ?? newSecret();
  const receiver = await startReceiver({
    port: options.port,
    path: options.path,
    secret,
    onVerified(event, body) {
      if (left <= 0) return;
      print(options.json ? oneLine(body) : eventLine(event, timeOfDay()));
      left -= 1;
      if (left <= 0) ended.abort();
    },
    onRefused: (status, reason) => note(`refused a request with ${status}: ${plain(reason)}`),
  });
  try {
    const url = receiver.url;
    const { endpoint } = await webhooks.createEndpoint({
      url,
      secret,
      description: "modelwire listen",
    });
    try {
      note(`listening at ${url} for events of ${withoutPassword(options.url)}; Ctrl-C ends it`);
      await aborted(AbortSignal.any([stopped, ended.signal]));
    } finally {
      await deleteEndpoint(webhooks, endpoint?.endpointId ?? "");
    }
  } finally {
    await receiver.close();
  }
}

async function forward(options: ListenOptions, target: string): Promise<void> {
  const clients = createClients(options);
  const secret = options.secret ?? newSecret();
  const onWatching = () => {
    note(
      `forwarding events of ${withoutPassword(options.url)} to ${plain(target)}; Ctrl-C ends it`,
    );
    note(`they are signed with ${secret}`);
  };
  let left = options.count;
  const watching = { ...toldOnTerminal, signal: stopSignal(), onWatching };
  for await (const { event } of watchEvents(clients, {}, watching)) {
    await forwardEvent(event, { url: target, secret, json: options.json });
    left -= 1;
    if (left <= 0) return;
  }
}

async function deleteEndpoint(webhooks: Clients["webhooks"], endpointId: string): Promise<void> {
  try {
    await webhooks.deleteEndpoint({ endpointId });
  } catch (error) {
    if (error instanceof ConnectError && error.code === Code.NotFound) return;
    const hint = `the endpoint is left; delete it with:\n  ${commandName} endpoints delete ${endpointId}`;
    throw new HintedError(error, hint);
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, 8);
}

/** Puts JSON on one line and changes nothing else: a line break in JSON is never in a value. */
function oneLine(json: string): string {
  return json.replace(/[\r\n]+/g, " ");
}

function parsePath(text: string): string {
  if (!text.startsWith("/") || /[?#\s]/.test(text)) {
    throw new InvalidArgumentError("It must begin with / and have no query.");
  }
  return text;
}

function parseTarget(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new InvalidArgumentError("It must be a URL such as http://127.0.0.1:3000/hooks.");
  }
  return url.href;
}

function parseSecret(text: string): string {
  if (isSecret(text)) return text;
  throw new InvalidArgumentError("It must be whsec_ and base64 of 24 to 64 bytes.");
}
