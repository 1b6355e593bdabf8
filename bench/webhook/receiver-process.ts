// A receiver of webhooks in a process of its own: it answers 204, and keeps when each id arrived.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

let arrivals = new Map<string, number>();
let awaited = Number.POSITIVE_INFINITY;
let count = 0;

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => {
    const id = String(request.headers["webhook-id"]);
    // Of one that comes twice, the first time counts.
    if (!arrivals.has(id)) arrivals.set(id, performance.timeOrigin + performance.now());
    count++;
    response.writeHead(204).end();
    if (arrivals.size >= awaited) tell();
  });
});

function tell(): void {
  process.send?.({ arrivals: [...arrivals], count });
  arrivals = new Map();
  awaited = Number.POSITIVE_INFINITY;
  count = 0;
}

// The question is after how many arrivals it is to be answered.
process.on("message", (wanted: number) => {
  awaited = wanted;
  if (arrivals.size >= awaited) tell();
});
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
});
