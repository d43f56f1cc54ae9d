import type { Context } from '../../context.js';
import { type CountKind, DailyCount, lastCountedDay, SMALLEST_COUNT } from '../../entities/DailyCount.js';
import type { FunnelCountsType, FunnelDayType, FunnelType } from '../../schema/survey/FunnelType.js';
import { batchLoad } from '../batchLoad.js';

const fields: Record<CountKind, keyof FunnelCountsType> = {
  SURVEY_VIEW: 'surveyViews',
  SURVEY_SHARE: 'surveyShares',
  PERSONA_VIEW: 'pageViews',
  PERSONA_SHARE: 'pageShares',
  NEW_OWNER: 'newOwners',
};

const nothing: FunnelCountsType = {
  surveyViews: 0,
  surveyShares: 0,
  pageViews: 0,
  pageShares: 0,
  newOwners: 0,
};

/** The numbers of a survey that may be shown, by the id of the survey: of days that are over, and not small. */
const shownCounts = batchLoad(async ({ em }, surveyIds) => {
  const shown = { survey: { $in: [...surveyIds] }, day: { $lte: lastCountedDay() } };
  const rows = await em
    .fork()
    .find(DailyCount, { ...shown, times: { $gte: SMALLEST_COUNT } }, { orderBy: { day: 'asc' } });
  return Map.groupBy(rows, ({ survey }) => survey.id);
});

/** The funnel of a survey, as its owner sees it. @param answers the live count of responses */
export async function funnelView(ctx: Context, surveyId: string, answers: number): Promise<FunnelType> {
  const totals = { ...nothing };
  const days = new Map<string, FunnelDayType>();
  for (const { day, kind, times } of (await shownCounts(ctx, surveyId)) ?? []) {
    const ofDay = days.get(day) ?? { ...nothing, day };
    ofDay[fields[kind]] = times;
    totals[fields[kind]] += times;
    days.set(day, ofDay);
  }
  return { until: lastCountedDay(), answers, totals, days: [...days.values()] };
}
