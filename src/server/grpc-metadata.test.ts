import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { expect, test } from "vitest";
import { RetryInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { metadataOf, statusOf } from "./grpc-metadata.ts";

test("binary values have no padding on the wire, in copies too", () => {
  const headers = new Headers({ "a-bin": "AQ==", text: "A==" });
  headers.append("b-bin", "AQI=");
  headers.append("b-bin", "AQID");
  const onWire = { "a-bin": "AQ", "b-bin": ["AQI", "AQID"], text: "A==" };
  expect(metadataOf(headers).toHttp2Headers()).toEqual(onWire);
  expect(metadataOf(headers).clone().toHttp2Headers()).toEqual(onWire);
});

test("an error whose details cannot be written is INTERNAL", () => {
  const value = create(RetryInfoSchema);
  // No message of its own, which only writing it finds out.
  Object.assign(value, { retryDelay: { seconds: 1n, nanos: 0 } });
  const error = new ConnectError("why", Code.NotFound, undefined, [
    { desc: RetryInfoSchema, value },
  ]);
  const status = statusOf(error, new Headers({ "x-trailer": "kept" }));
  expect(status).toMatchObject({ code: Code.Internal, details: "internal error" });
  expect(status.metadata.toHttp2Headers()).toEqual({ "x-trailer": "kept" });
});
