import { expect, it } from 'vitest';
import type { PersonaStatus, SurveyStatus } from '../../../web/src/api/generated/schema.js';
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

it('an older page does not replace a newer revision', () => {
  expect(mergePages([[{ id: 'a', revision: 3 }], [{ id: 'a', revision: 2 }]])).toEqual([
    { id: 'a', revision: 3 },
  ]);
});

it('the only survey without a READY persona is found, also if the persona failed', () => {
  expect(onlyUnfinishedSurvey([survey('a', 'READY'), survey('b', 'PENDING')])?.id).toBe('b');
  expect(onlyUnfinishedSurvey([survey('a', 'FAILED')])?.id).toBe('a');
});

it('there is no only unfinished survey if there are several or none', () => {
  expect(onlyUnfinishedSurvey([survey('a', 'PENDING'), survey('b', 'SYNTHESIZING')])).toBeUndefined();
  expect(onlyUnfinishedSurvey([survey('a', 'READY')])).toBeUndefined();
  expect(onlyUnfinishedSurvey([])).toBeUndefined();
});

it('at most five surveys are followed live, and none that is closed and finished', () => {
  const many = Array.from({ length: 8 }, (_, index) => survey(`s${index}`, 'PENDING'));
  expect([...surveysToFollow([survey('closed', 'READY', 'CLOSED'), ...many])]).toEqual([
    's0',
    's1',
    's2',
    's3',
    's4',
  ]);
});
