import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { scaleItems } from '../measurement/questionnaire/items.js';
import { keptMs } from '../retention.js';
import { dayOf } from './day.js';
import { Survey } from './Survey.js';

/** What is counted: of the survey's page, of its persona's public page, and what came of the latter. */
export const countKinds = [
  'SURVEY_VIEW',
  'SURVEY_SHARE',
  'PERSONA_VIEW',
  'PERSONA_SHARE',
  'NEW_OWNER',
] as const;

/** The steps of the questionnaire as friends see it, in order. A friend is asked one of the open questions. */
export const answerSteps = [
  'RELATION',
  'CLOSENESS',
  ...scaleItems.map(({ id }) => id),
  'WORDS',
  'TEXT',
] as const;
export type AnswerStep = (typeof answerSteps)[number];

/** Also counted: the step at which a friend left the survey without sending the answers. */
export type CountKind = (typeof countKinds)[number] | `STOP_${AnswerStep}`;

/** A number of one day that is smaller waits for a later day, so that none tells of one or two people. */
export const SMALLEST_COUNT = 3;

const HOUR_MS = 3_600_000;

const DailyCountSchema = defineEntity({
  name: 'DailyCount',
  properties: {
    survey: () => p.manyToOne(Survey).ref().primary().deleteRule('cascade'),
    /** In UTC. No finer time is stored, and nothing about who. */
    day: p.date().primary(),
    kind: p.string().$type<CountKind>().primary(),
    times: p.integer(),
  },
});

/** How often something happened to a survey on a day. */
export class DailyCount extends DailyCountSchema.class {}
DailyCountSchema.setClass(DailyCount);

/**
 * The last day whose numbers may be shown. It ended at least an hour ago, so no process adds to it any more:
 * a number that was shown never grows, and so never tells when one person came.
 */
export const lastCountedDay = (): string => dayOf(new Date(Date.now() - 25 * HOUR_MS));

/** What happened at a page, by the slug of the survey or of the persona. */
export interface Happened {
  slug: string;
  kind: CountKind;
  times: number;
}

/** Adds to today's numbers, in one statement. A slug that does not exist counts for nothing. */
export async function addToCounts(em: EntityManager, happened: readonly Happened[]): Promise<void> {
  // In the order of the key, so that processes that count the same surveys do not deadlock.
  await em.execute(
    `with happened as (
       select * from jsonb_to_recordset(?::jsonb) as one (slug text, kind text, times integer)
     ), found as (
       select survey.id as survey_id, kind, times from happened join survey using (slug)
       union all
       select survey_id, kind, times from happened join persona using (slug)
       where survey_id is not null and kind not like 'STOP\\_%'
     )
     insert into daily_count (survey_id, day, kind, times)
     select survey_id, ?, kind, sum(times) from found group by survey_id, kind order by survey_id, kind
     on conflict (survey_id, day, kind) do update set times = daily_count.times + excluded.times`,
    [JSON.stringify(happened), dayOf()],
  );
}

/**
 * Moves the small numbers of past days to today, where they wait for more, and deletes numbers that are too
 * old. So the database itself keeps no small number for longer than needed, and deleting an old day changes
 * no other.
 */
export async function settleCounts(em: EntityManager): Promise<void> {
  await em.execute(
    `with small as (
       delete from daily_count where day <= ? and times < ? returning survey_id, kind, times
     )
     insert into daily_count (survey_id, day, kind, times)
     select survey_id, ?, kind, sum(times) from small group by survey_id, kind order by survey_id, kind
     on conflict (survey_id, day, kind) do update set times = daily_count.times + excluded.times`,
    [lastCountedDay(), SMALLEST_COUNT, dayOf()],
  );
  const oldest = dayOf(new Date(Date.now() - keptMs('dailyCount')));
  await em.execute('delete from daily_count where day < ?', [oldest]);
}
