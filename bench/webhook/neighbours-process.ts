// Endpoints beside the measured one, good and bad, in a process of their own.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const chunk = Buffer.alloc(16_384, "x");
type Answer = (response: ServerResponse) => void;
const bad: Record<string, Answer> = {
  hangs: () => {},
  "answers 500": (response) => response.writeHead(500).end(),
  resets: (response) => response.socket?.resetAndDestroy(),
  "answers 429": (response) => response.writeHead(429, { "retry-after": "3600" }).end(),
  "never ends its body": (response) => {
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", more);
    more();
  },
};

async function listen(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    // A client that has enough resets the connection.
    response.on("error", () => {});
    request.once("end", () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

process.on("disconnect", () => process.exit());
process.send?.({
  bad: await Promise.all(Object.values(bad).map(listen)),
  good: await Promise.all(Object.values(bad).map(() => listen((response) => response.end()))),
});
