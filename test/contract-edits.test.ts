import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sentence } from "../scripts/contract/finding.ts";
import { breakingAdditions } from "./contract-edits/additions.testdata.ts";
import { breakingComments } from "./contract-edits/comments.testdata.ts";
import { breakingEnums } from "./contract-edits/enums.testdata.ts";
import { breakingFields } from "./contract-edits/fields.testdata.ts";
import { harmlessAdditions } from "./contract-edits/harmless-additions.testdata.ts";
import { harmlessDeprecations, harmlessTexts } from "./contract-edits/harmless-texts.testdata.ts";
import { breakingHistory, harmlessHistory } from "./contract-edits/history.testdata.ts";
import { breakingKept } from "./contract-edits/kept.testdata.ts";
import { breakingMessages } from "./contract-edits/messages.testdata.ts";
import { breakingOneofs } from "./contract-edits/oneofs.testdata.ts";
import { breakingOptions } from "./contract-edits/options.testdata.ts";
import { breakingServices } from "./contract-edits/services.testdata.ts";
import { breakingTypes } from "./contract-edits/types.testdata.ts";
import {
  type BreakingEdit,
  type ReleasedContract,
  releaseContract,
} from "./support/contract-edits.ts";
import { describeWith } from "./support/toolchains.ts";

let contract: ReleasedContract;
beforeAll(async () => {
  contract = await releaseContract();
});
afterAll(async () => await contract.remove());

describe.concurrent("the gate of the contract refuses", () => {
  describe.for(
    Object.entries({
      "an edit of messages and files": breakingMessages,
      "an edit of fields": breakingFields,
      "an edit of what fields hold": breakingTypes,
      "an edit of oneofs": breakingOneofs,
      "an edit of enums": breakingEnums,
      "an edit of services": breakingServices,
      "an edit of comments": breakingComments,
      "an edit of options": breakingOptions,
      "an addition": breakingAdditions,
      "an edit of what was released": breakingKept,
    }),
  )("%s", ([, edits]) => {
    it.for(edits)("$what", expectRefused);
  });
});

describe.concurrent("the gate of the contract lets pass", () => {
  describe.for(
    Object.entries({
      "an addition": harmlessAdditions,
      "a deprecation": harmlessDeprecations,
      "a change of texts": harmlessTexts,
    }),
  )("%s", ([, edits]) => {
    it.for(edits)("$what", async (edit) => {
      expect(await contract.findingsOf(edit)).toEqual([]);
    });
  });
});

describeWith(["git"], "the gate of the contract, where git has a history,", () => {
  describe("refuses an edit of what was released", () => {
    it.for(breakingHistory)("$what", expectRefused);
  });

  describe("lets pass", () => {
    it.for(harmlessHistory)("$what", async (edit) => {
      expect(await contract.findingsOf(edit)).toEqual([]);
    });
  });
});

async function expectRefused(edit: BreakingEdit): Promise<void> {
  const findings = await contract.findingsOf(edit);
  for (const [broke, mend] of edit.says) {
    const finding = findings.find((finding) => finding.broke === broke);
    expect(finding, findings.map(sentence).join("\n")).toBeDefined();
    expect(finding?.mend.slice(0, mend.length)).toBe(mend);
    expect(finding?.noticed).not.toBe("");
  }
}
