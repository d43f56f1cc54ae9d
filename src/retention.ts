/** A time for which something is kept. */
interface Period {
  count: number;
  unit: 'minutes' | 'hours' | 'days';
}

/**
 * For how long each thing is kept that is not deleted by a person. The only source of these periods: docs/privacy.md and
 * the app's privacy page show the same table in the same order, which a test compares.
 */
export const keptFor = {
  /** A sign-in that is not used. */
  session: { count: 60, unit: 'days' },
  /** A survey without answers and without a conversation about it. */
  unansweredSurvey: { count: 365, unit: 'days' },
  /** The file of an export of someone's data, and its link. */
  dataExport: { count: 24, unit: 'hours' },
  /** The link to a character card. The file itself is never stored. */
  characterCardLink: { count: 15, unit: 'minutes' },
  /** What model calls cost a user within an hour. No daily budget counts older costs. */
  modelCost: { count: 25, unit: 'hours' },
  /** A notification in an inbox, with what became of its push messages and its e-mail. */
  notification: { count: 180, unit: 'days' },
  /** The numbers of a survey's and a public page's visits on a day. */
  dailyCount: { count: 400, unit: 'days' },
  /** A background job that has ended. It holds ids only. */
  finishedJob: { count: 3, unit: 'days' },
} as const satisfies Record<string, Period>;

const msOf = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** A period in milliseconds. */
export const keptMs = (kind: keyof typeof keptFor): number => keptFor[kind].count * msOf[keptFor[kind].unit];
