import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type ValueNode,
} from "kysely";

/**
 * Makes queries that any text can be a part of: PostgreSQL's text holds no NUL, so U+FFFD stands
 * for it, on both engines alike. Nothing that is stored has a NUL to be looked for.
 */
export function withoutNul(): KyselyPlugin {
  const transformer = new NulReplacer();
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

/** Writes rows as JSON whose texts both engines can store. */
export function toJson(rows: readonly (readonly unknown[])[]): string {
  // An unpaired surrogate would be an error in PostgreSQL's JSON, where as a parameter it is not.
  return JSON.stringify(
    rows.map((row) =>
      row.map((value) => (typeof value === "string" ? replaceNul(value).toWellFormed() : value)),
    ),
  );
}

class NulReplacer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: withoutNulIn(node.value) };
  }
  protected override transformPrimitiveValueList(
    node: PrimitiveValueListNode,
  ): PrimitiveValueListNode {
    return { ...node, values: node.values.map(withoutNulIn) };
  }
}

function withoutNulIn(value: unknown): unknown {
  return typeof value === "string" ? replaceNul(value) : value;
}

function replaceNul(text: string): string {
  return text.replaceAll("\0", "\ufffd");
}
