// The program that the suite's runner starts: `server.ts <grpc|http> <image of the suite's protos>`.
// It reads what the server is to be from standard input, starts that listener with what Modelwire
// puts around its own services, and writes where it listens to standard output.
import { buffer } from "node:stream/consumers";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { pino } from "pino";
import { readConfig } from "../../src/config/config.ts";
import { createGrpcListener } from "../../src/server/grpc.ts";
import { createHttpListener } from "../../src/server/http.ts";
import { createServiceInterceptors } from "../../src/server/interceptors/service-interceptors.ts";
import { readProtos } from "./protos.ts";
import { conformanceRoutes } from "./service.ts";
import { openSuiteTls, requireClientCertificate } from "./tls.ts";

/** Bytes of the length that precedes a message on standard input and output. */
const lengthBytes = 4;

const [kind, imagePath = ""] = process.argv.slice(2);
const protos = readProtos(imagePath);
const input = await buffer(process.stdin);
const asked = fromBinary(protos.serverRequest, input.subarray(lengthBytes));
const { messageReceiveLimit, clientTlsCert, serverCreds } = asked;
const log = pino({ level: "silent" });
const tls = await openSuiteTls(asked, log);
const config = readConfig({
  // 0 stands for no limit that is tested: then it is Modelwire's own.
  MODELWIRE_MAX_MESSAGE_BYTES: String(messageReceiveLimit || ""),
});
const listening = {
  routes: conformanceRoutes(protos),
  interceptors: [
    ...createServiceInterceptors(log, () => false),
    ...(clientTlsCert.length > 0 ? [requireClientCertificate] : []),
  ],
  address: "127.0.0.1:0",
  maxMessageBytes: config.maxMessageBytes,
  tls,
};
const listener =
  kind === "grpc"
    ? await createGrpcListener(listening)
    : await createHttpListener({ ...listening, ready: async () => ({ ready: true, reasons: [] }) });
process.once("SIGTERM", () => {
  tls?.certificates.stop();
  void listener.close(0);
});

const { hostname: host, port } = new URL(`http://${listener.address}`);
const response = create(protos.serverResponse, {
  host,
  port: Number(port),
  pemCert: (tls && serverCreds?.cert) ?? new Uint8Array(),
});
const output = Buffer.from(toBinary(protos.serverResponse, response));
const length = Buffer.alloc(lengthBytes);
length.writeUInt32BE(output.byteLength);
process.stdout.write(Buffer.concat([length, output]));
