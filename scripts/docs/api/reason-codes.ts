const codePattern =
  /\b(CANCELED|INVALID_ARGUMENT|DEADLINE_EXCEEDED|NOT_FOUND|ALREADY_EXISTS|PERMISSION_DENIED|RESOURCE_EXHAUSTED|FAILED_PRECONDITION|ABORTED|OUT_OF_RANGE|INTERNAL|UNAVAILABLE|DATA_LOSS|UNAUTHENTICATED)\b/g;

/** Finds the codes in what a reason's comment says, such as `NOT_FOUND`, each once. */
export function codesOf(comment: string): string[] {
  return [...new Set(comment.match(codePattern))];
}
