import { isDeeperThan } from "./json.ts";

// Rules for the values of a model description: each says what would be right, and undefined where
// nothing is wrong.

const MODULE = /^[\p{ID_Start}_]\p{ID_Continue}*(?:\.[\p{ID_Start}_]\p{ID_Continue}*)*$/u;

/** Says what is wrong with the name of a Python module. */
export function wrongModule(name: string): string | undefined {
  return MODULE.test(name) ? undefined : "expected the name of a Python module, such as my_loader";
}

/** Says what is wrong with a Python class and its module. */
export function wrongClass(name: string, example: string): string | undefined {
  if (MODULE.test(name) && name.includes(".")) return undefined;
  return `expected a class with its module, such as ${example}`;
}

/** Says what is wrong with a name of letters, digits and `. _ -`. */
export function wrongName(name: string, example: string): string | undefined {
  return /^\w[\w.-]*$/.test(name) ? undefined : `expected a name, such as ${example}`;
}

/** Says what is wrong with the version of a Python package (PEP 440, roughly). */
export function wrongVersion(version: string): string | undefined {
  return /^\d[\w.+!-]*$/.test(version) ? undefined : "expected a version, such as 1.7.2";
}

/** Says what is wrong with a version of Python. */
export function wrongPythonVersion(version: string): string | undefined {
  if (/^\d+\.\d+(?:\.\d+(?:(?:a|b|rc)\d+)?)?$/.test(version)) return undefined;
  return "expected a version of Python, such as 3.11.9";
}

/** Says what is wrong with a line of a requirements file. */
export function wrongRequirement(requirement: string): string | undefined {
  // What ends a line for pip, or joins it with the next.
  if (/[\p{Cc}\u2028\u2029]|\\$/u.test(requirement)) return "expected one line that ends in no \\";
  if (/^\s*(?:#|$)/.test(requirement)) {
    return "expected a requirement of pip, such as scikit-learn==1.7.2";
  }
  return undefined;
}

/** Says what is wrong with the name of an environment variable. */
export function wrongVariable(name: string): string | undefined {
  if (/^[A-Za-z_]\w*$/.test(name)) return undefined;
  return "expected the name of an environment variable, such as OPENAI_API_KEY";
}

/** Says whether a value nests deeper than so many objects and arrays. */
export function wrongDepth(value: unknown, levels: number): string | undefined {
  if (!isDeeperThan(levels, value)) return undefined;
  return `expected objects and arrays that nest at most ${levels} deep`;
}
