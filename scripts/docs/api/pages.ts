import { type ApiContract, readApiContract } from "./contract.ts";
import { makeErrorsPage } from "./errors-page.ts";
import { readExamples } from "./examples.ts";
import { makeIndexPage } from "./index-page.ts";
import { errorsFile } from "./prose.ts";
import { makeServicePage } from "./service-page.ts";
import { makeTypesPage } from "./types-page.ts";

/** The folder of the reference, from the root. */
export const apiFolder = "docs/api";

/** Makes the reference from the protos, their comments and the examples: path → Markdown. */
export async function makeApiPages(root: string): Promise<Map<string, string>> {
  const contract: ApiContract = await readApiContract(root);
  const examples = await readExamples(root, contract);
  const pages = new Map([["README.md", makeIndexPage(contract)]]);
  for (const page of contract.pages) {
    const { service } = page;
    const text = service
      ? makeServicePage(contract, page, service, examples)
      : makeTypesPage(contract, page);
    pages.set(page.file, text);
  }
  pages.set(errorsFile, makeErrorsPage(contract));
  return new Map([...pages].map(([file, text]) => [`${apiFolder}/${file}`, text]));
}
