import type { Locale } from '../mirror/questionnaire/locale.js';

/** Alternative text for the picture by `drawPortrait`. */
export const portraitAlt: Record<Locale, string> = {
  EN: 'A line-drawn portrait before a dusk sky.',
  KO: '노을 진 하늘 앞에 선으로 그린 초상.',
  JA: '夕暮れの空を背にした線画の肖像。',
};
