import type { JsonObject } from "@bufbuild/protobuf";
import type { Example } from "./examples.ts";
import { writeJson } from "./json.ts";

/** Where the examples find the listener of HTTP. */
export const httpUrl = "http://127.0.0.1:8080";

/**
 * Writes the call of an example for curl: Connect in JSON, in which a stream's messages have five
 * bytes before them, a zero and the length.
 */
export function writeCurl(example: Example): string {
  const { method, requests, endless } = example;
  const url = `${httpUrl}/${method.parent.typeName}/${method.name}`;
  const bodies = requests.map((request) => quote(request));
  if (method.methodKind === "unary") {
    const header = "-H 'content-type: application/json'";
    return `curl -s ${url} ${header} \\\n  -d ${bodies[0]}`;
  }
  const options = endless ? "-sN --max-time 2" : "-sN";
  const call = `curl ${options} ${url} -H 'content-type: application/connect+json' \\\n  --data-binary @-`;
  const framed = bodies.map((body) => `frame ${body}`);
  const input =
    framed.length === 1 ? framed[0] : `{\n${framed.map((line) => `  ${line};\n`).join("")}}`;
  return `${frame}\n${input} |\n  ${call.replaceAll("\n", "\n  ")}`;
}

const frame = `frame() {
  printf '\\0\\0\\0%b%s' "$(printf '\\\\0%03o\\\\0%03o' $((\${#1} / 256)) $((\${#1} % 256)))" "$1"
}`;

function quote(json: JsonObject): string {
  return `'${writeJson(json).replaceAll("'", "'\\''")}'`;
}
