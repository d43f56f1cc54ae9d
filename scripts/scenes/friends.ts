import type { FriendView } from '../../client/friends.js';
import type { Locale } from '../../operations/generated/graphql.js';

/** The survey owner in the pictures of each language. */
export const owners: Record<Locale, { email: string; name: string }> = {
  EN: { email: 'alex.morgan@example.com', name: 'Alex Morgan' },
  KO: { email: 'mina.kim@example.com', name: '김미나' },
  JA: { email: 'haru.sato@example.com', name: '佐藤ハル' },
};

const lines: Record<Locale, string[]> = {
  EN: [
    'starts three projects before breakfast',
    'remembers the name of every dog in the park',
    'turns a walk to the shop into an expedition',
    'sings the wrong words with full conviction',
  ],
  KO: [
    '아침을 먹기도 전에 일을 세 가지 벌여요',
    '공원에 오는 강아지 이름을 다 외워요',
    '편의점 가는 길도 탐험으로 만들어요',
    '가사를 틀려도 자신 있게 불러요',
  ],
  JA: [
    '朝ごはんの前に三つのことを始めている',
    '公園の犬の名前を全部知っている',
    'コンビニへの道も冒険にしてしまう',
    '歌詞を間違えても堂々と歌う',
  ],
};

const words = [
  ['curious', 'funny', 'warm', 'imaginative', 'playful'],
  ['curious', 'clever', 'imaginative', 'kind', 'calm'],
  ['funny', 'curious', 'imaginative', 'loyal', 'warm'],
  ['curious', 'brave', 'playful', 'kind', 'imaginative'],
];
const relations = ['FRIEND', 'COLLEAGUE', 'FAMILY', 'FRIEND', 'FAMILY', 'COLLEAGUE'] as const;
/** Friends agree on imagination and disagree on order, so that every section has content. */
const order = [2, 2.4, 1.6, 4.6, 4.8, 2.2];

/** The views of `count` friends. They are always the same. */
export function friendsOf(locale: Locale, count: number): FriendView[] {
  return Array.from({ length: count }, (_, at) => ({
    relation: relations[at % relations.length] ?? 'FRIEND',
    closeness: 2 + (at % 3),
    traits: {
      E: 3.6 + ((at * 7) % 10) / 10,
      A: 4 + ((at * 3) % 8) / 10,
      C: order[at % order.length] ?? 3,
      N: 2 + ((at * 5) % 14) / 10,
      I: 4.4 + (at % 6) / 10,
    },
    words: words[at % words.length] ?? [],
    line: lines[locale][at % 4],
  }));
}
