import type {
  ColumnDataType,
  CompiledQuery,
  Expression,
  Kysely,
  RawBuilder,
  SelectQueryBuilder,
} from "kysely";
import type { Database } from "./schema.ts";

/** What a sleeper can be woken for. */
export type Channel = "deliveries" | "endpoints" | "registrations" | "catalog" | "events";

/** The connections of an engine that has several. */
export interface ConnectionPool {
  /** In use. */
  used: number;
  idle: number;
  /** Queries that wait for one. */
  waiting: number;
}

/** What differs between SQLite and PostgreSQL: nothing else may ask which of them it is. */
export interface Engine {
  readonly name: "sqlite" | "postgres";
  readonly db: Kysely<Database>;
  /** Tells of its connections; unset where it has but one. */
  readonly pool?: () => ConnectionPool;
  /** Column type for protobuf bytes. */
  readonly bytesType: ColumnDataType | RawBuilder<unknown>;
  /** Column type for text that is compared in code point order, whatever the language. */
  readonly nameType: ColumnDataType | RawBuilder<unknown>;
  /** Runs `migrate` while no other process can. */
  withMigrationLock(migrate: () => Promise<void>): Promise<void>;
  /** Makes a query pass over rows that another claimer has under its hand. */
  skipLocked<T, O>(
    query: SelectQueryBuilder<Database, T & keyof Database, O>,
  ): SelectQueryBuilder<Database, T & keyof Database, O>;
  /**
   * Makes rows of values, as many as there are, of one parameter: the text of a query, which is
   * compiled and planned each time, then does not grow with them. Column `i` of a row is
   * `value ->> i`, which has to be cast where it is no text.
   */
  rows(values: readonly (readonly unknown[])[]): RawBuilder<unknown>;
  /** Keeps the rows of a query from being deleted until the transaction ends. */
  keepRows<T, O>(
    query: SelectQueryBuilder<Database, T & keyof Database, O>,
  ): SelectQueryBuilder<Database, T & keyof Database, O>;
  /** Keeps the rows of a query from being changed by others until the transaction ends. */
  lockRows<T, O>(
    query: SelectQueryBuilder<Database, T & keyof Database, O>,
  ): SelectQueryBuilder<Database, T & keyof Database, O>;
  /**
   * Waits until the transactions that have rows of a table kept or locked now have ended, and holds
   * up none that begins meanwhile: that sees what is committed now.
   *
   * @throws Error, by {@link isUnavailable}, where one of them does not end
   */
  keepersEnded(table: keyof Database): Promise<void>;
  /**
   * Adds up doubles as their shortest decimal digits say, without rounding, so that the order does
   * not matter; a decimal number as text. Null where there is none.
   */
  decimalSum(of: Expression<number | null>): RawBuilder<string | null>;
  /**
   * Runs a read of what is committed, which no transaction holds up. It is prepared once for all
   * times: to be used for a few texts that are run often, which name their columns.
   */
  readPrepared<R>(query: CompiledQuery<R>): Promise<R[]>;
  /** Tells whoever else has the database open that there is work. */
  notify(channel: Channel): Promise<void>;
  /** Calls `wake` when {@link notify} was called elsewhere. A notice can be lost: poll behind it. */
  listen(wake: (channel: Channel) => void): Promise<void>;
  /** Tells whether notices come to who listens: not through every pooler. */
  hearsNotices(): Promise<boolean>;
  /** Tells whether an error means that the database cannot be used now. */
  isUnavailable(error: unknown): boolean;
  close(): Promise<void>;
}
