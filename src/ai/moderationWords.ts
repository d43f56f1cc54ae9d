import type { Locale } from '../locale.js';

/** Category of a word. The names follow the common moderation endpoints as far as they fit. */
export type ModerationCategory =
  'harassment' | 'hate' | 'sexual' | 'violence' | 'self-harm' | 'personal-data';

/**
 * Abusive words by language. `EN` matches whole words (so Scunthorpe and "assess" pass). `KO` and `JA` match
 * anywhere, because words in these languages are not delimited by spaces. An entry must therefore not occur
 * across two harmless words either (건강 + 간식, プレイ + プラン). The list is short on purpose: no entry occurs in a
 * kind sentence about a friend.
 */
export const moderationWords: Record<Locale, Partial<Record<ModerationCategory, string[]>>> = {
  EN: {
    harassment: [
      'fuck you',
      'fuck off',
      'motherfucker',
      'bitch',
      'cunt',
      'asshole',
      'dickhead',
      'piece of shit',
      'worthless trash',
    ],
    hate: ['nigger', 'faggot', 'kike', 'tranny', 'retard', 'retarded', 'subhuman'],
    sexual: ['slut', 'whore', 'blowjob', 'cumshot', 'send nudes'],
    violence: ['i will kill you', 'gonna kill you', 'beat you to death', 'rape'],
    'self-harm': ['kill yourself', 'kys', 'go die', 'hang yourself', 'slit your wrists'],
  },
  KO: {
    harassment: ['씨발', '씨팔', 'ㅅㅂ', '병신', 'ㅂㅅ', '개새끼', '좆같', '꺼져버려', '미친년', '미친놈'],
    hate: ['한남충', '김치녀', '짱깨', '쪽바리', '튀기새끼'],
    sexual: ['창녀', '보지년', '걸레년', '섹스하자'],
    violence: ['죽여버', '패죽', '강간하', '강간해', '강간당', '강간범'],
    'self-harm': ['자살해', '나가 죽어', '나가죽어', '뒈져', '뒤져버려'],
  },
  JA: {
    harassment: ['くたばれ', 'クソ野郎', 'くそ野郎', 'ゴミ人間', 'キチガイ', 'きちがい'],
    hate: ['チョン公', 'シナ人', 'この土人', '土人ども', '土人だ', '土人が', '土人は', '土人の', '穢多'],
    sexual: ['この売女', '売女め', '売女だ', 'ヤリマン', 'やりまん', '淫売'],
    violence: [
      'ぶっ殺',
      'ぶち殺',
      '殺してやる',
      'レイプし',
      'レイプさ',
      'レイプ魔',
      'レイプ犯',
      'レイプの',
      'レイプを',
    ],
    'self-harm': ['死ね', '氏ね', '自殺しろ', '首を吊れ'],
  },
};

/** Contact details and identifiers. They must not be published, whatever the words around them. */
export const moderationPatterns: { category: ModerationCategory; pattern: RegExp }[] = [
  { category: 'personal-data', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3}/ },
  // Phone numbers as people write them: 9 to 15 digits in groups, so years and prices pass.
  {
    category: 'personal-data',
    pattern: /(?<!\d)\+?\d{2,4}[-. )]{1,2}\d{3,4}[-. ]\d{3,4}(?:[-. ]\d{2,4})?(?!\d)/,
  },
  // A Korean resident registration number.
  { category: 'personal-data', pattern: /(?<!\d)\d{6}-[1-8]\d{6}(?!\d)/ },
];
