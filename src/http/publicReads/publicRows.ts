/** The query fields that read one row for anyone who has its slug, and what that row is. */
export const publicRows = { survey: 'SURVEY', publicPersona: 'PERSONA' } as const;

export type PublicRow = (typeof publicRows)[keyof typeof publicRows];

/** Hears of the changes of one row, in any process. */
export interface RowWatch {
  /**
   * Settles after the next change or after some time, whichever comes first.
   * @returns false once there is nothing more to hear
   */
  changedWithin(milliseconds: number): Promise<boolean>;
  close(): void;
}

/**
 * Watches a row from now on.
 * @returns null if there is no row with this slug
 */
export type WatchPublicRow = (row: PublicRow, slug: string) => Promise<RowWatch | null>;
