import type { Context } from '../../context.js';
import {
  answerSteps,
  type countKinds,
  DailyCount,
  lastCountedDay,
  SMALLEST_COUNT,
} from '../../entities/DailyCount.js';
import type {
  FunnelCountsType,
  FunnelDayType,
  FunnelType,
  QuestionStopType,
} from '../../schema/survey/FunnelType.js';
import { batchLoad } from '../batchLoad.js';

const fields: Record<(typeof countKinds)[number], keyof FunnelCountsType> = {
  SURVEY_VIEW: 'surveyViews',
  SURVEY_SHARE: 'surveyShares',
  PERSONA_VIEW: 'pageViews',
  PERSONA_SHARE: 'pageShares',
  NEW_OWNER: 'newOwners',
};

const isInFunnel = (kind: string): kind is keyof typeof fields => kind in fields;

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

/** With fewer responses, where friends stop could tell of one person. */
const STOPS_FROM = 10;

/** The steps at which friends stopped, in the order of the survey. */
function stopsIn(rows: readonly DailyCount[]): QuestionStopType[] {
  return answerSteps.flatMap((step, index) => {
    const ofStep = rows.filter(({ kind }) => kind === `STOP_${step}`);
    const times = ofStep.reduce((sum, row) => sum + row.times, 0);
    return times === 0 ? [] : [{ question: index + 1, times }];
  });
}

/** The funnel of a survey, as its owner sees it. @param answers the live count of responses */
export async function funnelView(ctx: Context, surveyId: string, answers: number): Promise<FunnelType> {
  const totals = { ...nothing };
  const days = new Map<string, FunnelDayType>();
  const rows = (await shownCounts(ctx, surveyId)) ?? [];
  for (const { day, kind, times } of rows) {
    if (!isInFunnel(kind)) continue;
    const ofDay = days.get(day) ?? { ...nothing, day };
    ofDay[fields[kind]] = times;
    totals[fields[kind]] += times;
    days.set(day, ofDay);
  }
  return {
    until: lastCountedDay(),
    answers,
    totals,
    days: [...days.values()],
    questions: answerSteps.length,
    stops: answers < STOPS_FROM ? [] : stopsIn(rows),
  };
}
