import { Code, ConnectError } from "@connectrpc/connect";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ErrorInfoSchema, RetryInfoSchema } from "#gen/google/rpc/error_details_pb.js";
import { Scope } from "#gen/modelwire/access/v1/identity_pb.js";
import {
  type GuardedModelwire,
  type ListenerName,
  startGuardedModelwire,
} from "./support/access.ts";
import { createOwnedDatabase, type OwnedDatabase } from "./support/owned-database.ts";

const waiting = { timeout: 30_000, interval: 50 };
const listeners: ListenerName[] = ["gRPC", "HTTP"];

/** What an administrator of PostgreSQL does under a server that runs, and takes back. */
interface Refusal {
  what: string;
  refuse(database: OwnedDatabase): string[];
  allow(database: OwnedDatabase): string[];
}

const refusals: Refusal[] = [
  {
    what: "the role may not log in any more (28000)",
    refuse: ({ role }) => [`alter role ${role} nologin`],
    allow: ({ role }) => [`alter role ${role} login`],
  },
  {
    what: "the role has another password (28P01)",
    refuse: ({ role }) => [`alter role ${role} password 'another'`],
    allow: ({ role }) => [`alter role ${role} password 'the-password'`],
  },
  {
    what: "there is no such database any more (3D000)",
    refuse: ({ name }) => [`alter database ${name} rename to ${name}_away`],
    allow: ({ name }) => [`alter database ${name}_away rename to ${name}`],
  },
  {
    what: "the database takes no connections (55000)",
    refuse: ({ name }) => [`alter database ${name} allow_connections false`],
    allow: ({ name }) => [`alter database ${name} allow_connections true`],
  },
  {
    what: "the role may not connect to the database (42501)",
    refuse: ({ name, role }) => [
      `revoke connect on database ${name} from public`,
      `revoke connect on database ${name} from ${role}`,
    ],
    allow: ({ name, role }) => [`grant connect on database ${name} to public, ${role}`],
  },
  {
    what: "the database can only be read, as a standby can (25006)",
    refuse: ({ name }) => [`alter database ${name} set default_transaction_read_only to on`],
    allow: ({ name }) => [`alter database ${name} reset default_transaction_read_only`],
  },
];

describe("a PostgreSQL that lets the server in no more while it runs", () => {
  let database: OwnedDatabase;
  let guarded: GuardedModelwire;
  beforeAll(async () => {
    database = await createOwnedDatabase("the-password");
    guarded = await startGuardedModelwire("sqlite", { databaseUrl: database.url });
  });
  afterAll(async () => {
    await guarded?.stop();
    await database?.drop();
  });

  /** Makes an API key; gives the error of it. */
  const write = (listener: ListenerName): Promise<ConnectError | undefined> =>
    guarded
      .as(guarded.admin, listener)
      .access.createApiKey({ displayName: "test", scope: Scope.READ })
      .then(
        () => undefined,
        (error) => ConnectError.from(error),
      );

  test.each(refusals)("is unavailable, and told so: $what", async ({ refuse, allow }) => {
    // A server connects again at once, and a database that somebody uses cannot be renamed.
    await vi.waitFor(async () => {
      await database.disconnect();
      await database.administer(...refuse(database));
    }, waiting);
    await database.disconnect();
    try {
      for (const listener of listeners) {
        const error = await write(listener);
        expect(error, listener).toMatchObject({ code: Code.Unavailable });
        const [info] = error?.findDetails(ErrorInfoSchema) ?? [];
        expect(info?.reason, listener).toBe("DATABASE_UNAVAILABLE");
        expect(error?.findDetails(RetryInfoSchema), listener).toHaveLength(1);
        expect(error?.rawMessage, listener).not.toContain(database.role);
      }
    } finally {
      await database.administer(...allow(database));
    }
    await database.disconnect();
    await vi.waitFor(async () => {
      for (const listener of listeners) expect(await write(listener)).toBeUndefined();
    }, waiting);
  });
});
