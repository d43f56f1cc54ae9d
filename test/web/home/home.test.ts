import { expect, it } from 'vitest';
import type { PersonaStatus, SurveyStatus } from '../../../web/src/api/generated/schema.js';
import { mergeLive } from '../../../web/src/api/useLive.js';
import {
  mergePages,
  onlyUnfinishedSurvey,
  surveysToFollow,
} from '../../../web/src/features/home/rules/surveyList.js';

const survey = (id: string, persona: PersonaStatus, status: SurveyStatus = 'OPEN') => ({
  id,
  status,
  persona: { status: persona },
});

it('a survey that moved to the next page while it was read is listed once, as it is now', () => {
  const pages = [
    [
      { id: 'new', revision: 0 },
      { id: 'moved', revision: 2 },
    ],
    [
      { id: 'moved', revision: 5 },
      { id: 'old', revision: 1 },
    ],
  ];
  expect(mergePages(pages)).toEqual([
    { id: 'new', revision: 0 },
    { id: 'moved', revision: 5 },
    { id: 'old', revision: 1 },
  ]);
});

it('an older page does not take back what a newer one said', () => {
  expect(mergePages([[{ id: 'a', revision: 3 }], [{ id: 'a', revision: 2 }]])).toEqual([
    { id: 'a', revision: 3 },
  ]);
});

it('the only unfinished survey is the next step, also when its making failed', () => {
  expect(onlyUnfinishedSurvey([survey('a', 'READY'), survey('b', 'PENDING')])?.id).toBe('b');
  expect(onlyUnfinishedSurvey([survey('a', 'FAILED')])?.id).toBe('a');
});

it('with several unfinished surveys, or none, the choice is left to the owner', () => {
  expect(onlyUnfinishedSurvey([survey('a', 'PENDING'), survey('b', 'SYNTHESIZING')])).toBeUndefined();
  expect(onlyUnfinishedSurvey([survey('a', 'READY')])).toBeUndefined();
  expect(onlyUnfinishedSurvey([])).toBeUndefined();
});

it('five surveys at the most are followed live, and no finished one that is closed', () => {
  const many = Array.from({ length: 8 }, (_, index) => survey(`s${index}`, 'PENDING'));
  expect([...surveysToFollow([survey('closed', 'READY', 'CLOSED'), ...many])]).toEqual([
    's0',
    's1',
    's2',
    's3',
    's4',
  ]);
});

it('a live event that is older than what was loaded changes nothing', () => {
  const loaded = { revision: 4, count: 3, title: 'Band' };
  expect(mergeLive(loaded, { revision: 3, count: 2 })).toEqual(loaded);
  expect(mergeLive(loaded, undefined)).toEqual(loaded);
});

it('a live event of the same revision or a later one is laid over what was loaded', () => {
  const loaded = { revision: 4, count: 3, title: 'Band' };
  expect(mergeLive(loaded, { revision: 4, count: 5 })).toEqual({ revision: 4, count: 5, title: 'Band' });
});
