import type { ApiContract } from "./contract.ts";
import { createProse, errorsFile, reasonName } from "./prose.ts";
import { codesOf } from "./reason-codes.ts";

/** Makes the page of the reasons of errors: their codes, and which RPCs list them. */
export function makeErrorsPage(contract: ApiContract): string {
  const { reasons } = contract;
  const prose = createProse(contract, errorsFile);
  const said = reasons.values.filter(({ number }) => number !== 0);
  const listed = (name: string) =>
    contract.services
      .flatMap((service) => service.methods)
      .filter(({ parent, name: method }) => {
        const comment = contract.commentOf(`${parent.typeName}.${method}`);
        const errors = /^\s*Errors: [\s\S]*/m.exec(comment)?.[0] ?? "";
        return new RegExp(`\\b${name}\\b`).test(errors);
      })
      .map((method) => prose.rpc(method));
  const rows = said.map(({ name }) => {
    const short = reasonName(name);
    const codes = codesOf(contract.commentOf(`${reasons.typeName}.${name}`));
    const cell = codes.map((code) => `\`${code}\``).join(", ");
    return `| [${short}](#${short.toLowerCase()}) | ${cell} |`;
  });
  const parts = said.map(({ name, number }) => {
    const short = reasonName(name);
    const says = prose.paragraphs(contract.commentOf(`${reasons.typeName}.${name}`), {
      self: short,
    });
    const rpcs = listed(short).join(", ");
    const by = rpcs === "" ? "" : `\n\nListed by ${rpcs}.`;
    return `## ${short}\n\n${says.join("\n\n")} Number ${number}.${by}`;
  });
  return [
    "# Errors",
    ...prose.paragraphs(contract.commentOf(reasons.typeName), { self: reasons.name }),
    ["| reason | code |", "| --- | --- |", ...rows].join("\n"),
    ...parts,
  ].join("\n\n");
}
