import type { JsonObject } from "@bufbuild/protobuf";
import { type Code, ConnectError } from "@connectrpc/connect";
import {
  createAsyncIterable,
  encodeEnvelope,
  readAllBytes,
  type UniversalServerResponse,
} from "@connectrpc/connect/protocol";
import {
  codeFromString,
  codeToHttpStatus,
  errorToJsonBytes,
} from "@connectrpc/connect/protocol-connect";
import { setTrailerStatus } from "@connectrpc/connect/protocol-grpc";
import { trailerFlag, trailerParse, trailerSerialize } from "@connectrpc/connect/protocol-grpc-web";
import { explained } from "./call-errors.ts";

/** More than Connect says of a request by itself. */
const MOST_BYTES = 1024 ** 2;
const PREFIX_BYTES = 5;

/**
 * Gives details to the answer to a request that Connect could not read: it says so before any
 * interceptor has the call, and without details. Other answers stay as they are.
 */
export async function explainResponse(
  response: UniversalServerResponse,
): Promise<UniversalServerResponse> {
  const { body, header, status } = response;
  const type = header?.get("content-type") ?? "";
  if (!body || !header) return response;
  if (type.startsWith("application/grpc-web")) return { ...response, body: explainTrailers(body) };
  if (type !== "application/json" || status === 200 || header.has("content-encoding")) {
    return response;
  }
  const bytes = await readAllBytes(body, MOST_BYTES);
  const error = explainJson(bytes);
  if (!error) return { ...response, body: createAsyncIterable([bytes]) };
  const better = errorToJsonBytes(error, undefined);
  header.set("content-length", String(better.byteLength));
  return { status: codeToHttpStatus(error.code), header, body: createAsyncIterable([better]) };
}

function explainJson(bytes: Uint8Array): ConnectError | undefined {
  const { code, message, details }: JsonObject = JSON.parse(Buffer.from(bytes).toString());
  if (details !== undefined || typeof code !== "string") return undefined;
  const error = new ConnectError(String(message ?? ""), codeFromString(code));
  return changed(error);
}

/** Looks at what comes first: trailers, where there is no answer. */
async function* explainTrailers(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of body) {
    yield isFirst ? explainEnvelope(chunk) : chunk;
    isFirst = false;
  }
}

function explainEnvelope(chunk: Uint8Array): Uint8Array {
  if (chunk[0] !== trailerFlag) return chunk;
  const trailers = trailerParse(chunk.subarray(PREFIX_BYTES));
  if (trailers.has("grpc-status-details-bin")) return chunk;
  const code: Code = Number(trailers.get("grpc-status"));
  const message = decodeURIComponent(trailers.get("grpc-message") ?? "");
  const error = changed(new ConnectError(message, code));
  if (!error) return chunk;
  setTrailerStatus(trailers, error);
  return encodeEnvelope(trailerFlag, trailerSerialize(trailers));
}

function changed(error: ConnectError): ConnectError | undefined {
  const better = explained(error);
  return better === error ? undefined : better;
}
