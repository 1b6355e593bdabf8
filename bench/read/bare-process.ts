// The least that can answer a gRPC call in Node: node:http2, with the same bytes for every call.
import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";

// As grpc-js has them.
const headers = {
  ":status": 200,
  "content-type": "application/grpc+proto",
  "grpc-accept-encoding": "identity,deflate,gzip",
};
const trailers = { "grpc-status": "0", "grpc-message": "OK" };

process.on("disconnect", () => process.exit());
process.once("message", (answer: string) => {
  const bytes = Buffer.from(answer, "base64");
  const server = createServer();
  server.on("stream", (stream) => {
    // Nothing of it is looked at, but the connection's window has to open again.
    stream.resume();
    stream.respond(headers, { waitForTrailers: true });
    stream.once("wantTrailers", () => stream.sendTrailers(trailers));
    stream.end(bytes);
  });
  server.listen(0, "127.0.0.1", () => {
    process.send?.(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
});
