import {
  create,
  type DescMethod,
  fromBinary,
  type Message,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from "@bufbuild/protobuf";
import { anyUnpack } from "@bufbuild/protobuf/wkt";
import {
  type CallOptions,
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  type ClientUnaryCall,
  type ClientWritableStream,
  credentials,
  Metadata,
  type ServiceError,
  type StatusObject,
} from "@grpc/grpc-js";
import { type ErrorInfo, ErrorInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { StatusSchema } from "#gen/google/rpc/status_pb.js";
import { EchoService } from "../gen/modelwire/test/v1/echo_pb.js";

type Method = typeof EchoService.method;
type In<K extends keyof Method> = MessageShape<Method[K]["input"]>;
type Init<K extends keyof Method> = MessageInitShape<Method[K]["input"]>;
type Out<K extends keyof Method> = MessageShape<Method[K]["output"]>;

/** What a call of grpc-js came to. */
export interface Outcome<T> {
  response: T | undefined;
  error: ServiceError | null;
  headers: Metadata;
  status: StatusObject;
}

/** The test service as grpc-js's own client calls it. */
export interface EchoClient {
  raw: Client;
  echo(
    request: Init<"echo">,
    options?: CallOptions & { metadata?: Metadata },
  ): Promise<Outcome<Out<"echo">>>;
  startEcho(request: Init<"echo">): ClientUnaryCall;
  count(request: Init<"count">): ClientReadableStream<Out<"count">>;
  sum(): { call: ClientWritableStream<In<"sum">>; outcome: Promise<Outcome<Out<"sum">>> };
  chat(): ClientDuplexStream<In<"chat">, Out<"chat">>;
}

/** Creates a client of the test service on its own connection; `raw.close()` ends it. */
export function createEchoClient(address: string): EchoClient {
  const raw = new Client(address, credentials.createInsecure(), {
    "grpc.use_local_subchannel_pool": 1,
  });
  const { echo, count, sum, chat } = EchoService.method;
  return {
    raw,
    echo(request, options = {}) {
      const { metadata = new Metadata(), ...rest } = options;
      return outcomeOf((done) =>
        raw.makeUnaryRequest(...wire(echo), create(echo.input, request), metadata, rest, done),
      );
    },
    startEcho: (request) =>
      raw.makeUnaryRequest(...wire(echo), create(echo.input, request), () => undefined),
    count: (request) => raw.makeServerStreamRequest(...wire(count), create(count.input, request)),
    sum() {
      let call: ClientWritableStream<In<"sum">> | undefined;
      const outcome = outcomeOf<Out<"sum">>((done) => {
        call = raw.makeClientStreamRequest(...wire(sum), done);
        return call;
      });
      if (call === undefined) throw new Error("no call was made");
      return { call, outcome };
    },
    chat: () => raw.makeBidiStreamRequest(...wire(chat)),
  };
}

/** Reads the google.rpc.ErrorInfo out of `grpc-status-details-bin`. */
export function errorInfoOf(status: { metadata: Metadata }): ErrorInfo | undefined {
  const [bytes] = status.metadata.get("grpc-status-details-bin");
  if (!Buffer.isBuffer(bytes)) return undefined;
  const [detail] = fromBinary(StatusSchema, bytes).details;
  return detail && anyUnpack(detail, ErrorInfoSchema);
}

function wire<M extends DescMethod>(method: M) {
  return [
    `/${method.parent.typeName}/${method.name}`,
    (message: Message) => Buffer.from(toBinary(method.input, message)),
    (bytes: Buffer) => fromBinary(method.output, bytes) as MessageShape<M["output"]>,
  ] as const;
}

type Done<T> = (error: ServiceError | null, response?: T) => void;

function outcomeOf<T>(
  start: (done: Done<T>) => ClientUnaryCall | ClientWritableStream<never>,
): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    let headers = new Metadata();
    let answer: { error: ServiceError | null; response: T | undefined } | undefined;
    let status: StatusObject | undefined;
    const settle = () => {
      if (answer && status) resolve({ ...answer, headers, status });
    };
    const call = start((error, response) => {
      answer = { error, response };
      settle();
    });
    call.on("metadata", (metadata: Metadata) => {
      headers = metadata;
    });
    call.on("status", (given: StatusObject) => {
      status = given;
      settle();
    });
  });
}
