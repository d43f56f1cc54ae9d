import { describe, expect, it } from 'vitest';
import { composeReply } from '../../stand-ins/openai/author/composeReply.js';
import { explainReply } from '../../stand-ins/openai/author/explainReply.js';
import { evidence } from '../ai/evidence.js';

const languages = { EN: 'English', KO: 'Korean (해요체)', JA: 'Japanese (です・ます)' };
const talks = [
  { locale: 'EN', questions: ['What do my friends think?', 'And then?', 'It rained.', 'Why?'], word: 'warm' },
  { locale: 'KO', questions: ['친구들은?', '그래서?', '비가 와', '왜?'], word: '따뜻한' },
  { locale: 'JA', questions: ['友だちは？', 'それで？', '雨だ', 'なぜ？'], word: 'あたたかい' },
] as const;
const quotes = {
  EN: ['Mina stays calm, and warm, when plans fall apart.', 'Many laugh because of Mina.'],
  KO: ['민아님은 일이 꼬여도 차분하고 따뜻한 사람이에요.', '민아님 덕분에 많이 웃어요.'],
  JA: ['ミナさんは困ったときもあたたかい人です。', 'ミナさんのおかげでよく笑います。'],
};
const begin = { lastReply: '', partial: null, saidBefore: [], facts: [], earlier: null, turn: 1, answer: 1 };

describe.each(talks)('what several friends wrote, in $locale', ({ locale, questions, word }) => {
  const pack = evidence({ locale, scores: { E: 88, N: 12 }, words: [word], quotes: quotes[locale] });
  let lastReply = '';
  const replies = questions.map((question, at) => {
    const reply = composeReply({ ...begin, evidence: pack, question, lastReply, turn: 2 * at + 1 });
    lastReply = reply.text;
    return reply;
  });

  it('is used where it fits, as what several wrote, and not twice in a row', () => {
    const told = replies.map(({ text }) => quotes[locale].findIndex((quote) => text.includes(quote)));
    expect(new Set(told)).toEqual(new Set([0, 1]));
    for (let at = 1; at < told.length; at += 1) expect(told[at]).not.toBe(told[at - 1]);
    for (const { text } of replies) {
      expect(text).toMatch(/Several friends|friends wrote freely|여러 친구|자유롭게|何人もの|自由に/);
      expect((text.match(/[^.!?。]+[.!?。]/gu) ?? []).length).toBeLessThanOrEqual(5);
    }
  });

  it('is found again in a reply, and the words inside it are not taken for words they picked', () => {
    for (const { text, evidence: ids } of replies) {
      const found = explainReply({ language: languages[locale], reply: text, evidence: pack }).evidence;
      expect(new Set(found)).toEqual(new Set(ids));
      expect(ids.some((id) => id.startsWith('EV-Q'))).toBe(true);
    }
  });

  it('is in no reply where too few wrote', () => {
    const { text } = composeReply({
      ...begin,
      evidence: { ...pack, quotes: [] },
      question: questions[0],
      turn: 3,
    });
    expect(text).not.toMatch(/Several friends|friends wrote freely|여러 친구|자유롭게|何人もの|自由に/);
  });
});
