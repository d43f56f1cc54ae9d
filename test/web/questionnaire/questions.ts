import { type Draft, type DraftAnswer, newDraft } from '../../../web/src/questionnaire/drafts.js';
import type { Question } from '../../../web/src/questionnaire/steps.js';

const points = ['1', '2', '3', '4', '5'].map((id) => ({ id, label: `point ${id}` }));
const words = Array.from({ length: 24 }, (_, index) => ({ id: `w${index}`, label: `word ${index}` }));

/** Twenty statements, the words, three open questions, as the server sends them. */
export const questions: Question[] = [
  ...Array.from({ length: 20 }, (_, index): Question => {
    const id = `MI${String(index + 1).padStart(2, '0')}`;
    return { id, kind: 'SCALE', text: `statement ${id}`, options: points };
  }),
  { id: 'WORDS', kind: 'WORDS', text: 'which words', options: words },
  ...['OT1', 'OT2', 'OT3'].map((id): Question => ({ id, kind: 'TEXT', text: `line ${id}`, options: [] })),
];

const withoutTexts = questions.filter(({ kind }) => kind !== 'TEXT');

/** Drafts with some answers. */
export const answered = {
  withoutTexts,
  /** @param rated how many statements have a value; the rest of the first `of` are marked "cannot tell" */
  statements(rated: number, of = 20): Draft {
    const scales = questions.slice(0, of).map(({ id }, index): [string, DraftAnswer] => {
      return [id, index < rated ? { scale: 4 } : { cannotTell: true }];
    });
    const answers = {
      RELATION: { relation: 'FRIEND' },
      CLOSENESS: { scale: 3 },
      ...Object.fromEntries(scales),
    };
    return { ...newDraft('key', questions, 0), given: answers as Record<string, DraftAnswer> };
  },
};
