/** Gives what a header `authorization` has behind `Bearer`; undefined where it is something else. */
export function bearerOf(authorization: string | undefined): string | undefined {
  // The scheme is in any case, as RFC 9110 has it.
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}
