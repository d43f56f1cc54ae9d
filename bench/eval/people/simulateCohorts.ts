import { type Locale, locales } from '../../../src/locale.js';
import type { Cohort } from '../cohort.js';
import { friendOf } from './friendOf.js';
import { profile } from './profile.js';
import { randomSource } from './randomSource.js';

const names: Record<Locale, readonly string[]> = {
  EN: ['Robin', 'Sam', 'Alex', 'Jamie', 'Casey', 'Morgan', 'Quinn', 'Riley', 'Avery', 'Rowan'],
  KO: ['민아', '지호', '서윤', '도현', '하은', '준서', '유진', '시우', '나린', '태오'],
  JA: ['美咲', '蓮', '陽菜', '湊', '葵', '樹', '凛', '大翔', '結衣', '悠真'],
};

/**
 * Simulates people from the norm, whose friends agree as much as real ones do, cycling through the three
 * languages. The same options give the same people.
 */
export function simulateCohorts(options: { people: number; friends: number; seed: number }): Cohort[] {
  const random = randomSource(options.seed);
  return Array.from({ length: options.people }, (_, at) => {
    const locale = locales[at % locales.length] ?? 'EN';
    const person = profile(random);
    const ownNames = names[locale];
    return {
      locale,
      name: ownNames[Math.floor(at / locales.length) % ownNames.length] ?? 'Robin',
      friends: Array.from({ length: options.friends }, () => friendOf(person, locale, random)),
    };
  });
}
