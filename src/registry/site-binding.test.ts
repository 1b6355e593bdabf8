import { create, fromJson, type MessageInitShape } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import { describe, expect, test } from "vitest";
import { ContributorKind } from "#gen/modelwire/registry/v1/registration_pb.js";
import { RegisterImprovedModelRequestSchema } from "#gen/modelwire/registry/v1/registry_service_pb.js";
import { base, type Init, plan, wrong } from "./plan.testdata.ts";
import { planImprovedModel } from "./plan.ts";
import { resolveSiteBinding } from "./site-binding.ts";

type SiteBindingInit = NonNullable<Init["siteBinding"]>;
const least = { tokenSymbol: "msg-ai", metricName: "auc" };

function planned(siteBinding: SiteBindingInit, init: Init = {}) {
  return plan({ ...base, ...init, siteBinding }).plan.siteBinding;
}

describe("what is unset is taken from the request", () => {
  test("as far as the request has it", () => {
    expect(planned(least)).toEqual({ ...least, proposalIdentifier: "msg-ai" });
    const tags = { ticker: "t", proposal_ticker: "p", fulfilled_by_user_id: "u-2" };
    expect(planned(least, { tags, experimentName: "prod" })).toEqual({
      ...least,
      proposalIdentifier: "p",
      userId: "u-2",
      experimentName: "prod",
    });
    expect(planned(least, { tags: { ...tags, user_id: "u-1" } })?.userId).toBe("u-1");
  });

  test("where the SiteBinding does not say otherwise", () => {
    const given = {
      ...least,
      proposalIdentifier: "mine",
      userId: "me",
      experimentName: "shown",
      contributorAddress: `0x${"aB".repeat(20)}`,
    };
    const tags = { proposal_identifier: "p", user_id: "u" };
    expect(planned(given, { tags, experimentName: "prod" })).toEqual(given);
  });

  test("with the contributor as the caller spelt it, where it is an address", () => {
    const contributorOf = (kind: ContributorKind, id: string) => {
      const init: MessageInitShape<typeof RegisterImprovedModelRequestSchema> = {
        source: base.source ?? { case: undefined },
        baseline: { ref: { case: "modelId", value: "leads/1" } },
        contributor: { kind, id },
        siteBinding: least,
      };
      const defaults = { modelPrefix: "modelwire", experimentName: "Default" };
      const request = create(RegisterImprovedModelRequestSchema, init);
      return planImprovedModel(request, defaults).plan.siteBinding?.contributorAddress;
    };
    const address = `0x${"aB".repeat(20)}`;
    expect(contributorOf(ContributorKind.ETHEREUM_ADDRESS, address)).toBe(address);
    expect(contributorOf(ContributorKind.ACCOUNT, "alice")).toBeUndefined();
  });

  test("and nothing is planned where the site is told nothing", () => {
    expect(plan(base).plan).not.toHaveProperty("siteBinding");
    const withNull = planned({ ...least, evalSpec: fromJson(ValueSchema, null) });
    expect(withNull).not.toHaveProperty("evalSpec");
  });
});

test("the fingerprint of a request has in it what the site is told", () => {
  const prints = [
    plan(base),
    plan({ ...base, siteBinding: least }),
    plan({ ...base, siteBinding: { ...least, metricName: "f1" } }),
  ].map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(3);
});

test("every field that is wrong is named", () => {
  const long = "x".repeat(501);
  const found = wrong({
    ...base,
    siteBinding: {
      tokenSymbol: "-a",
      metricName: "",
      baselineValue: Number.NaN,
      currentValue: Number.POSITIVE_INFINITY,
      proposalIdentifier: long,
      experimentName: long,
      contributorAddress: "0x1",
      userId: long,
      inputSchema: { a: Number.NaN },
      evalSpec: create(ValueSchema),
      scorerRef: long,
      primaryMetric: long,
      benchmarkSpecId: long,
    },
  });
  const fields =
    "token_symbol metric_name baseline_value current_value proposal_identifier experiment_name contributor_address user_id input_schema eval_spec scorer_ref primary_metric benchmark_spec_id";
  expect(found.map(([field]) => field)).toEqual(
    fields.split(" ").map((field) => `site_binding.${field}`),
  );
});

test.each(["a", "A9", "msg-ai", "a--b", "x".repeat(64)])("%s is a token", (tokenSymbol) => {
  expect(wrong({ ...base, siteBinding: { ...least, tokenSymbol } })).toEqual([]);
});

test.each(["", "-a", "a-", "a_b", "ä", "x".repeat(65), "a\n"])("%j is no token", (tokenSymbol) => {
  expect(wrong({ ...base, siteBinding: { ...least, tokenSymbol } })).toEqual([
    ["site_binding.token_symbol", "expected 1 to 64 letters, digits and -, without - at an end"],
  ]);
});

describe("the values", () => {
  test("are those that were found, where the request does not say them", () => {
    const improved = { current: 0.9, baseline: 0.8, isImproved: true };
    expect(resolveSiteBinding(least, improved)).toMatchObject({
      currentValue: 0.9,
      baselineValue: 0.8,
    });
    const given = { ...least, currentValue: 2, baselineValue: 1 };
    expect(resolveSiteBinding(given, improved)).toMatchObject(given);
    const baseline = { current: 0.9, baseline: undefined, isImproved: false };
    expect(resolveSiteBinding(least, baseline)).toMatchObject({ baselineValue: 0.9 });
    expect(resolveSiteBinding({ ...least, currentValue: 0 }, baseline)).toMatchObject({
      currentValue: 0,
      baselineValue: 0,
    });
  });

  test("that nobody knows are wrong fields, each with what would be right", () => {
    const unknown = { current: undefined, baseline: Number.NaN, isImproved: true };
    expect(() => resolveSiteBinding(least, unknown)).toThrow(
      'site_binding.current_value: expected the value of "auc": the registration records none; ' +
        'site_binding.baseline_value: expected the value of "auc" that the model is compared with: its baseline recorded none',
    );
  });

  test("are the same where they are found again, as after a crash", () => {
    const found = resolveSiteBinding(least, { current: 1, baseline: 0, isImproved: true });
    const other = { current: 5, baseline: 4, isImproved: true };
    expect(resolveSiteBinding(JSON.parse(JSON.stringify(found)), other)).toEqual(found);
  });
});
