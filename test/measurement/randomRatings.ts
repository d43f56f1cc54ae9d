import type { Answer, Rating } from '../../src/measurement/answers.js';
import { wordIds } from '../../src/measurement/questionnaire/items.js';

const itemIds = Array.from({ length: 20 }, (_, index) => `MI${String(index + 1).padStart(2, '0')}`);

/** One friend of any temper: careful, straight-lining, hasty or sparing with answers; sometimes with too few of them. */
export function randomRating(random: () => number): Rating {
  const whole = (below: number): number => Math.floor(random() * below);
  const temper = whole(4);
  const line = whole(5) + 1;
  const answers = itemIds.flatMap((questionId): Answer[] => {
    const luck = random();
    if (temper === 3 && luck < 0.35) return luck < 0.2 ? [] : [{ questionId, cannotTell: true }];
    return [{ questionId, scale: temper === 1 && luck < 0.9 ? line : whole(5) + 1 }];
  });
  const optionIds = [...new Set(Array.from({ length: whole(6) }, () => wordIds[whole(24)] ?? 'funny'))];
  if (optionIds.length > 0) answers.push({ questionId: 'WORDS', optionIds });
  return {
    relation: 'FRIEND',
    closeness: [null, 1, 2, 3, 4][whole(5)] ?? null,
    elapsedMs: [null, 12_000, 24_999, 25_000, 90_000][whole(5)] ?? null,
    answers,
  };
}
