/** Says who would notice that a rule of buf's FILE category is broken, and what to do instead. */
export interface Consequence {
  /** Matches the names of the rules it stands for. */
  rules: RegExp;
  noticed: string;
  mend: string;
}

const ownPackage = "it can only go with a new package, such as v2 beside v1";

/** Stands for a field or enum value that kept its name and got another number. */
export const renumbered = {
  noticed:
    "consumers that parse the payload would lose it, and what older copies write would not be understood",
  mend: "keep the number; for a new meaning add a new field with a new number beside it, and mark the old one `deprecated = true`",
};

/** Stands for what is declared in another file than before. */
export const movedFile = {
  noticed: "code that imports its generated code from the old file no longer compiles",
  mend: "leave it in its file; to share it, import that file",
};

/** Stands for what is nested elsewhere, and so has another full name. */
export const movedName = {
  noticed:
    "clients that use it no longer compile, and readers of JSON would not know its name where it is told, as in a type URL",
  mend: `put it back under its full name; ${ownPackage}`,
};

/** Lists the consequences; the first whose `rules` match counts, and the last matches all. */
export const consequences: Consequence[] = [
  {
    rules: /^FIELD_NO_DELETE$/,
    noticed:
      "clients that use it no longer compile, and consumers that parse the payload would find it empty",
    mend: `put it back and mark it \`deprecated = true\`, with its successor beside it; ${ownPackage}`,
  },
  {
    rules: /^(FIELD_SAME_(JSON_)?NAME|ENUM_VALUE_SAME_NAME)$/,
    noticed:
      "consumers that read JSON would miss it under the old name, and generated code no longer compiles",
    mend: "keep the name; say in the comment what is meant, or add a new one beside it and mark the old one `deprecated = true`",
  },
  {
    rules: /^FIELD_SAME_CARDINALITY$/,
    noticed:
      "generated code changes its type in every language, and readers would take unset and empty for each other",
    mend: "keep it as it was; add a new field beside it and mark the old one `deprecated = true`",
  },
  {
    rules: /^FIELD_SAME_ONEOF$/,
    noticed: "generated code no longer compiles, and setting one member would clear another",
    mend: "keep it where it was; add a new field where it is wanted",
  },
  {
    rules: /^FIELD_/,
    noticed: "consumers that parse the payload with the released contract would misread it",
    mend: "keep it as it was; add a new field beside it and mark the old one `deprecated = true`",
  },
  {
    rules: /^ENUM_VALUE_NO_DELETE$/,
    noticed: "consumers that handle it no longer compile, and those that send it are refused",
    mend: `put it back and mark it \`deprecated = true\`; ${ownPackage}`,
  },
  {
    rules: /^RPC_NO_DELETE$/,
    noticed: "every client that calls it would be answered UNIMPLEMENTED",
    mend: `put it back and mark it \`deprecated = true\`; ${ownPackage}`,
  },
  {
    rules: /^RPC_SAME_IDEMPOTENCY_LEVEL$/,
    noticed:
      "clients that repeat calls or use HTTP GET by it would repeat what is not safe, or no longer repeat what was",
    mend: "keep the level; add a new RPC with the level that is wanted",
  },
  {
    rules: /^RPC_/,
    noticed: "every call of a client that was generated before would fail",
    mend: "keep it as it was; add a new RPC beside it",
  },
  {
    rules: /^RESERVED_/,
    noticed: "a number or name that old payloads still carry could be given a new meaning",
    mend: "keep it reserved",
  },
  {
    rules: /^FILE_SAME_/,
    noticed: "generated code moves to another place or name in at least one language",
    mend: "keep it as it was",
  },
  {
    rules: /^FILE_NO_DELETE$/,
    noticed: "code that imports the file, or what is generated of it, no longer compiles",
    mend: `put it back under its name, with all that it declares; ${ownPackage}`,
  },
  {
    rules: /_NO_DELETE$/,
    noticed: "clients that use it no longer compile, and their payloads would not be understood",
    mend: `put it back where it was; ${ownPackage}`,
  },
  {
    rules: /^/,
    noticed: "clients generated from that release would read or write something else",
    mend: "keep it as it was and add what is new beside it",
  },
];
