import { describe, expect, it } from 'vitest';
import { archetypeVoice } from '../../src/measurement/voices/voices.js';
import { composeReply } from '../../stand-ins/openai/author/composeReply.js';
import { replyBooks } from '../../stand-ins/openai/author/phraseBooks.js';
import { evidence } from '../ai/evidence.js';

const locales = ['EN', 'KO', 'JA'] as const;
const people = { EN: 'Mina', KO: '민아', JA: '美奈' };
const questions = {
  EN: [
    'Hi!',
    'What do my friends see?',
    'Which words?',
    'My strengths?',
    'My weaknesses?',
    'Why?',
    'And then?',
  ],
  KO: ['안녕', '친구들은?', '어떤 말?', '장점은?', '단점은?', '왜?', '그래서?'],
  JA: ['こんにちは', '友だちは？', '言葉は？', '長所は？', '短所は？', 'なぜ？', 'それで？'],
};
const sad = {
  EN: ['My dog died.', 'Why am I so sad?', 'I feel lonely today.', 'I cried all night.', 'We broke up.'],
  KO: ['강아지가 죽었어.', '왜 이렇게 슬플까?', '오늘 외로워.', '밤새 울었어.', '우리 헤어졌어.'],
  JA: ['犬が死んだ。', 'どうしてこんなに悲しいの？', '今日は寂しい。', '一晩中泣いた。', '彼と別れた。'],
};

/** Replies to all questions in turn, each with all that was said before. */
function talk(locale: (typeof locales)[number], asked: readonly string[]): string[] {
  const { sample, greeting } = archetypeVoice('TRICKSTER', locale, people[locale]);
  const pack = evidence({
    locale,
    name: people[locale],
    friends: 8,
    scores: { E: 92, A: 70, C: 10, N: 8 },
    words: ['①', '②'],
  });
  const replies = [greeting];
  for (const [at, question] of asked.entries())
    replies.push(
      composeReply({
        evidence: pack,
        question,
        lastReply: replies.at(-1) ?? '',
        repliesBefore: replies,
        saidBefore: asked.slice(0, at),
        facts: [],
        sample,
        earlier: null,
        answer: 1,
        turn: 2 * at + 1,
        partial: null,
      }).text,
    );
  return replies.slice(1);
}

describe.each(locales)('a long talk with the stand-in, in %s', (locale) => {
  it('repeats no sentence in thirty-five turns', () => {
    const asked = Array.from({ length: 5 }, (_, round) =>
      questions[locale].map((question) => (round === 0 ? question : `${round}, ${question}`)),
    ).flat();
    const replies = talk(locale, asked);
    expect(replies).toHaveLength(35);
    const sentences = replies.flatMap((text) =>
      (text.match(/[^.!?。]+[.!?。]/gu) ?? []).map((one) => one.trim()),
    );
    const repeated = sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at);
    expect(repeated).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4])('never answers sadness with the voice’s line, nor after it: message %i', (at) => {
    const { sample } = archetypeVoice('TRICKSTER', locale, people[locale]);
    const [, , , , , , next = ''] = questions[locale];
    for (const reply of talk(locale, [sad[locale][at] ?? '', next])) expect(reply).not.toContain(sample);
  });

  it('takes sad news without a question as a feeling', () => {
    const [first = ''] = talk(locale, [sad[locale][0] ?? '']);
    expect(replyBooks.FRIENDS[locale].opening.feeling.some((opening) => first.startsWith(opening))).toBe(
      true,
    );
  });
});
