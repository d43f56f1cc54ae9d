import type { AnswerInput, Locale, Relation, SubmitResponseInput } from '../../../api/generated/schema';

interface DemoFriend {
  relation: Relation;
  closeness: number;
  /** One digit from 1 to 5 for each of MI01 to MI20. */
  scales: string;
  words: string[];
}

const friends: DemoFriend[] = [
  {
    relation: 'FRIEND',
    closeness: 4,
    scales: '45225214414522121441',
    words: ['funny', 'curious', 'warm', 'imaginative', 'playful'],
  },
  {
    relation: 'COLLEAGUE',
    closeness: 2,
    scales: '44325223414432122341',
    words: ['curious', 'clever', 'imaginative', 'kind', 'calm'],
  },
  {
    relation: 'FAMILY',
    closeness: 4,
    scales: '44235224314423122431',
    words: ['funny', 'curious', 'imaginative', 'loyal', 'warm'],
  },
];

// Friends write in the survey's language, which may differ from the interface. That is why these lines are not
// in messages/.
const lines: Record<Locale, string[]> = {
  EN: [
    'starts three projects before breakfast',
    'turns a walk to the shop into an expedition',
    'remembers the name of every dog in the park',
  ],
  KO: [
    '아침을 먹기도 전에 일을 세 가지 벌여요',
    '편의점 가는 길도 탐험으로 만들어요',
    '공원에 오는 강아지 이름을 다 외워요',
  ],
  JA: [
    '朝ごはんの前に三つのことを始めている',
    'コンビニへの道も冒険にしてしまう',
    '公園の犬の名前を全部知っている',
  ],
};

/** As long as a person takes, in milliseconds: faster answers count for less. */
const ELAPSED_MS = 90_000;

function answersOf({ scales, words }: DemoFriend, line: string | undefined): AnswerInput[] {
  return [
    ...[...scales].map((digit, index) => ({
      questionId: `MI${String(index + 1).padStart(2, '0')}`,
      scale: Number(digit),
    })),
    { questionId: 'WORDS', optionIds: words },
    ...(line === undefined ? [] : [{ questionId: 'OT1', text: line }]),
  ];
}

/**
 * The responses of three friends who see the same person slightly differently.
 * @param questionIds of the survey: a minor's has no open questions
 * @param clientKeys one for each friend; the same keys again are the same responses
 */
export function demoResponses(
  { slug, locale }: { slug: string; locale: Locale },
  questionIds: readonly string[],
  clientKeys: readonly string[],
): SubmitResponseInput[] {
  return friends.map((friend, index) => ({
    slug,
    clientKey: clientKeys[index] ?? '',
    relation: friend.relation,
    closeness: friend.closeness,
    elapsedMs: ELAPSED_MS,
    answers: answersOf(friend, questionIds.includes('OT1') ? lines[locale][index] : undefined),
  }));
}
