import { type Document, isCollection, isMap, isScalar, visit } from "yaml";
import { NOT_ASCII } from "./yaml.ts";

// A character can be ten when it is escaped.
const LONG_KEY = 100;

/**
 * Lays a document out so that PyYAML can read it: ASCII alone, in comments too, and no long key
 * between braces, where it takes none of more than 1,024 characters.
 */
export function layOut(document: Document): void {
  const ascii = (comment: string | null | undefined) => comment?.replace(NOT_ASCII, "?") ?? null;
  visit(document, {
    Node(_, node, path) {
      node.comment = ascii(node.comment);
      node.commentBefore = ascii(node.commentBefore);
      if (!isMap(node) || !node.items.some(({ key }) => isLongKey(key))) return;
      // What is between braces cannot hold what is not.
      for (const outer of [node, ...path]) if (isCollection(outer)) outer.flow = false;
    },
  });
  document.comment = ascii(document.comment);
  document.commentBefore = ascii(document.commentBefore);
}

function isLongKey(key: unknown): boolean {
  return isScalar(key) && String(key.value).length > LONG_KEY;
}
