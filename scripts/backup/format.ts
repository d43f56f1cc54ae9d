import { z } from 'zod';

/**
 * A backup is a gzip file of lines, each a JSON value: the head; for each table its name and columns, its rows,
 * and its end; the jobs; the end. A row is an array of PostgreSQL's own text form of each column, or null. That
 * form belongs to the types and not to a server version, so any version can read what another one wrote.
 */
export const FORMAT = 're-mirai-backup@1';

export const head = z.object({
  format: z.literal(FORMAT),
  madeAt: z.string(),
  postgres: z.string(),
  /** Names of the migrations that the tables have. */
  migrations: z.array(z.string()),
  /** Needed to read the encrypted values: the keys' ids, and a value encrypted with each. */
  dataKeys: z.array(z.object({ id: z.string(), canary: z.string() })),
});

export const tableStart = z.object({ table: z.string(), columns: z.array(z.string()) });
export const tableEnd = z.object({ end: z.string(), rows: z.int(), sha256: z.string() });

/** Work that was queued or running. Payloads contain ids only. */
export const jobList = z.object({ jobs: z.array(z.object({ name: z.string(), data: z.looseObject({}) })) });

/** The last line. Without it the file is incomplete. */
export const end = z.object({ tables: z.int(), rows: z.int() });

export type Head = z.infer<typeof head>;
export type Row = (string | null)[];
/** Rows by table. */
export type Counts = Record<string, number>;

/** A file that is not a complete, intact backup, or that cannot be restored here. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
