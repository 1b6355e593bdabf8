import { invalidFields } from "../error.ts";
import { SignatureError } from "../signature/error.ts";

/**
 * Runs what may find a signature or an example wrong, and names the fields of the request.
 *
 * @param rename turns a path as `src/signature` has it into the field's
 * @throws ModelwireError INVALID_FIELD
 */
export function namingFields<T>(
  work: () => T,
  rename: (path: string) => string = (path) => path,
): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    throw invalidFields(
      error.violations.map(({ path, reason }) => ({ field: rename(path), description: reason })),
    );
  }
}
