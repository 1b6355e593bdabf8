import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** The page of the alerts, from the root. */
export const alertsPath = "docs/alerts.md";

const rulesFile = "deploy/prometheus/alerts.yml";

const rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          for: z.string().optional(),
          labels: z.object({ severity: z.string() }),
          annotations: z.object({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
});

/** Makes the page of the alerts from Prometheus' rules. */
export async function makeAlertsPage(root: string): Promise<string> {
  const { groups } = rules.parse(parse(await readFile(join(root, rulesFile), "utf8")));
  const parts = groups
    .flatMap((group) => group.rules)
    .map(({ alert, expr, for: lasting, labels, annotations }) => {
      const summary = annotations.summary.replace(/\{\{ \$labels\.(\w+) \}\}/g, "`$1`");
      const when = `${labels.severity}${lasting ? `, when it has lasted for ${lasting}` : ""}`;
      const condition = `\`\`\`promql\n${expr.trim()}\n\`\`\``;
      return [`## ${alert}`, `${summary} (${when}).`, condition, annotations.description];
    });
  return ["# Alerts, and what to do", intro, ...parts.flat()].join("\n\n");
}

const intro = `What [the rules for Prometheus](../${rulesFile}) wake somebody for, and what to do
then. [What Modelwire tells of itself](observability.md#metrics) says what each metric means, and
[when it is not well](operations.md#when-it-is-not-well) what else can be done.`;
