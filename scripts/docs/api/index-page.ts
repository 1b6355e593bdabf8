import type { ApiContract } from "./contract.ts";
import { errorsFile } from "./prose.ts";

/** Makes the index of the reference: how it is read, and all that it has. */
export function makeIndexPage({ services, pages, reasons }: ApiContract): string {
  const rpcs = services.map((service) => {
    const page = pages.find((page) => page.service === service);
    const links = service.methods.map(
      ({ name }) => `[${name}](${page?.file}#${name.toLowerCase()})`,
    );
    return `## [${service.name}](${page?.file})\n\n${links.join(" · ")}`;
  });
  const types = pages
    .filter(({ service }) => !service)
    .map(({ file, title, types }) => {
      const links = types.map(({ name }) => `[${name}](${file}#${name.toLowerCase()})`);
      return `### [${title}](${file})\n\n${links.join(" · ")}`;
    });
  const count = reasons.values.length - 1;
  return [
    "# API reference",
    intro,
    ...rpcs,
    "## Types",
    "What requests and answers are made of, beside the messages of each RPC's own.",
    ...types,
    "## Errors",
    `[${count} reasons](${errorsFile}), each with its code and what it means.`,
  ].join("\n\n");
}

const intro = `Every RPC, message, enum and error of the [contract](../../proto), as the comments of the protos
say it. \`npm run docs\` writes these pages, and CI fails where one of them is stale.

**Calling.** gRPC is at \`127.0.0.1:50051\` where nothing else is set, Connect, gRPC-Web and JSON at
\`http://127.0.0.1:8080\`. In JSON a field is in camel case (\`model_name\` is \`modelName\`), an enum its
name, bytes are base64, a Timestamp is text such as \`2026-11-28T12:00:00Z\`, a Duration \`5s\`; what is
unset is left out. Where [authentication](../security.md) is on, each call has a header
\`authorization: Bearer <key>\`, and each RPC names the scope that the key needs.

**Fields.** \`optional\` before a type: unset is not the same as zero or empty, and can be told from
it. A message can be unset always. A plain scalar or enum that is unset is zero or empty. \`in x\`
after a type: the field is a member of the oneof \`x\`, of which one at most is set.

**Examples.** Each RPC has one or more in \`curl\`, Python and TypeScript, written from a file of
[examples](examples), and all run by a test, in an order in which each finds what it needs. Ids are
those of one run: take yours from the answers. The code of Python and TypeScript goes on after

\`\`\`python
import modelwire

client = modelwire.connect("127.0.0.1:50051")
\`\`\`

\`\`\`ts
import { connect } from "@modelwire/client";

const modelwire = connect({ url: "http://127.0.0.1:8080" });
\`\`\`

The clients give a call 30 seconds; \`timeoutMs: 0\` lets a stream in TypeScript go on for as long as it
takes, as streams in Python do. For uploads and watches that go on after a lost
connection the clients have functions of their own ([Python](../../clients/python/README.md),
[TypeScript](../../clients/typescript/README.md)).

A stream is called by curl in [Connect's protocol](https://connectrpc.com/docs/protocol): each
message comes after five bytes, a zero and its length; the last that is answered says how it ended.`;
