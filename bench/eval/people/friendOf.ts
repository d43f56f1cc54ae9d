import type { Locale } from '../../../src/locale.js';
import type { Answer, Rating } from '../../../src/measurement/answers.js';
import { scaleItems } from '../../../src/measurement/questionnaire/items.js';
import { traits } from '../../../src/measurement/traits.js';
import { answerScales } from './answerScales.js';
import { openTexts } from './openTexts.js';
import { pickWords } from './pickWords.js';
import type { RandomSource } from './randomSource.js';

const relations = ['FRIEND', 'FRIEND', 'FAMILY', 'CLASSMATE', 'COLLEAGUE', 'PARTNER'];

/** One friend's view: partly shared by all friends, partly their own. @returns z in the order E A C N I */
function viewOf(person: readonly number[], random: RandomSource): number[] {
  return traits.map((trait, at) => {
    const { shared } = answerScales[trait];
    return Math.sqrt(shared) * (person[at] ?? 0) + Math.sqrt(1 - shared) * random.gauss();
  });
}

/** The complete form of a careful friend. @param person z in the order E A C N I */
export function friendOf(person: readonly number[], locale: Locale, random: RandomSource): Rating {
  const view = viewOf(person, random);
  const scales = scaleItems.map(({ id, trait, reversed }): Answer => {
    const { centre, viewSd, itemSd } = answerScales[trait];
    const point = centre + viewSd * (view[traits.indexOf(trait)] ?? 0) + itemSd * random.gauss();
    const score = Math.min(5, Math.max(1, Math.round(point)));
    return { questionId: id, scale: reversed ? 6 - score : score };
  });
  const question = random.pick(['OT1', 'OT2', 'OT3'] as const);
  return {
    relation: random.pick(relations),
    closeness: 1 + random.below(4),
    elapsedMs: 60_000 + random.below(90_000),
    answers: [
      ...scales,
      { questionId: 'WORDS', optionIds: pickWords(view, random) },
      { questionId: question, text: random.pick(openTexts[locale][question]) },
    ],
  };
}
