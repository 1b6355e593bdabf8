import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { putStream } from "../src/mlflow/put-stream.ts";

const SIZE = 4 * 1024 ** 2;
/** Sender and receiver share this process: what holds one up holds up the other's word. */
const INVITED_MS = 30_000;

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** Starts a receiver that speaks bare TCP; gives where, and how many bytes it has got. */
async function receive(onData: (socket: Socket, got: string) => void) {
  const sockets = new Set<Socket>();
  const state = { url: new URL("http://127.0.0.1/part"), text: "" };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (data) => {
      state.text += data.toString("latin1");
      onData(socket, state.text);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  state.url.port = String(address.port);
  cleanUps.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  return state;
}

function put(url: URL, given: { taken?: { bytes: number }; invitationMs?: number } = {}) {
  const { taken = { bytes: 0 }, ...options } = given;
  async function* chunks() {
    for (let at = 0; at < SIZE; at += 65_536) {
      taken.bytes += 65_536;
      yield new Uint8Array(65_536);
    }
  }
  return putStream({
    url,
    headers: { "x-wanted": "by the link" },
    sizeBytes: SIZE,
    chunks: chunks(),
    stallMs: 10_000,
    answerMs: 10_000,
    asksFirst: true,
    endpoint: "PUT part",
    ...options,
  });
}

const bodyOf = (text: string) => text.slice(text.indexOf("\r\n\r\n") + 4);

test("a receiver that refuses at once is heard, and nothing is taken from the sender", async () => {
  const receiver = await receive((socket) => {
    socket.write("HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 7\r\n\r\nexpired");
    socket.destroySoon();
  });
  const taken = { bytes: 0 };
  expect(await put(receiver.url, { taken, invitationMs: INVITED_MS })).toMatchObject({
    status: 403,
    text: "expired",
  });
  expect(taken.bytes).toBe(0);
  expect(bodyOf(receiver.text)).toBe("");
});

test("a receiver that asks for the body gets it, after the headers of the link", async () => {
  let invited = false;
  const receiver = await receive((socket, got) => {
    if (!invited && got.includes("\r\n\r\n")) {
      expect(bodyOf(got)).toBe("");
      invited = true;
      socket.write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    if (bodyOf(got).length === SIZE) {
      socket.end('HTTP/1.1 200 OK\r\netag: "abc"\r\ncontent-length: 0\r\n\r\n');
    }
  });
  expect(await put(receiver.url, { invitationMs: INVITED_MS })).toMatchObject({
    status: 200,
    headers: { etag: '"abc"' },
  });
  expect(receiver.text.toLowerCase()).toContain("x-wanted: by the link\r\n");
});

test("a receiver that does not know the question gets the body all the same", async () => {
  const receiver = await receive((socket, got) => {
    if (bodyOf(got).length === SIZE) socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n");
  });
  expect(await put(receiver.url)).toMatchObject({ status: 200 });
});
