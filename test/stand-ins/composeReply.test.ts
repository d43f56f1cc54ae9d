import { describe, expect, it } from 'vitest';
import { archetypes } from '../../src/measurement/archetypes.js';
import { traits } from '../../src/measurement/traits.js';
import { composeReply } from '../../stand-ins/openai/author/composeReply.js';
import { explainReply } from '../../stand-ins/openai/author/explainReply.js';
import type { Conversation } from '../../stand-ins/openai/author/readConversation.js';
import { evidence } from '../ai/evidence.js';

const locales = ['EN', 'KO', 'JA'] as const;
const languages = { EN: 'English', KO: 'Korean (해요체)', JA: 'Japanese (です・ます)' };
const words = {
  EN: ['funny', 'warm', 'honest'],
  KO: ['재미있는', '따뜻한', '정직한'],
  JA: ['おもしろい', 'あたたかい', '正直'],
};
const asked = {
  EN: [
    'Hi!',
    'What do my friends think?',
    'Which words?',
    'My strengths?',
    'My weaknesses?',
    'Why?',
    'I am so tired',
    'Should I go?',
    'Who are you?',
    'Thanks',
    'It rained.',
    'And then?',
  ],
  KO: [
    '안녕',
    '친구들은?',
    '어떤 말?',
    '장점은?',
    '단점은?',
    '왜?',
    '힘들어',
    '가도 좋을까?',
    '누구야?',
    '고마워',
    '비가 와',
    '그래서?',
  ],
  JA: [
    'こんにちは',
    '友だちは？',
    '言葉は？',
    '長所は？',
    '短所は？',
    'なぜ？',
    '疲れた',
    'どうすればいい？',
    '誰ですか',
    'ありがとう',
    '雨だ',
    'それで？',
  ],
};
const scoresOf = (score: number) => ({ E: score, A: 100 - score, C: score, N: 100 - score, I: score });
const people = (locale: (typeof locales)[number]) => [
  ...[3, 22, 50, 78, 97].map((score) => evidence({ locale, scores: scoresOf(score), words: words[locale] })),
  ...traits.map((split) => evidence({ locale, split, friends: 8, words: words[locale].slice(0, 1) })),
  ...archetypes.map((archetype) => evidence({ locale, archetype, words: [] })),
];
const begin = (parts: Partial<Conversation>): Conversation => ({
  evidence: evidence(),
  question: 'Hi!',
  lastReply: '',
  turn: 1,
  partial: null,
  saidBefore: [],
  facts: [],
  earlier: null,
  answer: 1,
  ...parts,
});
/** All of a talk: each question and the reply to it. */
function talkWith(pack: Conversation['evidence'], questions: string[]) {
  let lastReply = '';
  return questions.map((question, at) => {
    const reply = composeReply(begin({ evidence: pack, question, lastReply, turn: 2 * at + 1 }));
    lastReply = reply.text;
    return { question, ...reply };
  });
}

describe.each(locales)('the mirror of the stand-in, in %s', (locale) => {
  const replies = people(locale).flatMap((pack) =>
    talkWith(pack, asked[locale]).map((reply) => ({ pack, ...reply })),
  );

  it('answers in two to five plain sentences of that language, with nothing left unfilled', () => {
    for (const { text } of replies) {
      const sentences = text.match(/[^.!?。]+[.!?。]/gu) ?? [];
      expect(sentences.join('')).toBe(text);
      expect(sentences.length).toBeGreaterThanOrEqual(2);
      expect(sentences.length).toBeLessThanOrEqual(5);
      expect(text).not.toMatch(/[{}<>*_#`\n]|undefined|EV-|\s{2}/);
      if (locale === 'KO') expect(text).toMatch(/[\uac00-\ud7a3]/);
      if (locale === 'JA') expect(text).toMatch(/[\u3040-\u30ff]/);
      if (locale === 'EN') {
        expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(18);
        expect(text.split(/\s+/).length).toBeLessThanOrEqual(110);
      }
    }
  });

  it('never gives the same reply to two questions in a row, nor begins or ends them alike', () => {
    for (let at = 1; at < replies.length; at += 1) {
      const [one, other] = [replies[at - 1], replies[at]];
      if (one?.pack !== other?.pack) continue;
      expect(other?.text).not.toBe(one?.text);
      expect(other?.text.slice(0, 12)).not.toBe(one?.text.slice(0, 12));
    }
  });

  it('says something else each time in a long talk on one question', () => {
    const [pack = evidence()] = people(locale);
    const same = talkWith(pack, Array<string>(6).fill(asked[locale][1] ?? ''));
    for (let at = 1; at < same.length; at += 1) expect(same[at]?.text).not.toBe(same[at - 1]?.text);
  });

  it('rests on evidence that can be found in it again', () => {
    for (const { pack, text, evidence: ids } of replies) {
      const found = explainReply({ language: languages[locale], reply: text, evidence: pack }).evidence;
      expect(new Set(found)).toEqual(new Set(ids));
    }
  });

  it('says the same to the same conversation', () => {
    const [first] = replies;
    expect(composeReply(begin({ evidence: first?.pack, question: first?.question }))).toEqual(
      composeReply(begin({ evidence: structuredClone(first?.pack), question: first?.question })),
    );
  });
});

describe('the mirror of the stand-in', () => {
  it('takes the question up', () => {
    const pack = evidence({ scores: { E: 92, C: 10, N: 8 }, words: ['funny', 'warm'] });
    const say = (question: string) => composeReply(begin({ evidence: pack, question })).text;
    expect(say('Which words did they pick?')).toMatch(
      /^[^.]*(word|choose|chose)[^.]*\. [^.]*“funny” and “warm”/,
    );
    expect(say('What am I good at?')).toMatch(/speak first|another chair|level|still/);
    expect(say('What should I worry about?')).toMatch(/room for chance|wander/);
    expect(say('Why do they say that?')).toMatch(/three friends/);
    expect(say('Are you real?')).toMatch(/reflection|seen from outside|no stranger/);
  });

  it('gives both sides where friends disagree, and leaves out what too few rated', () => {
    const split = evidence({ split: 'C', scores: { C: 80 } });
    expect(composeReply(begin({ evidence: split, question: 'My weaknesses?' })).text).toMatch(
      /Here they disagree/,
    );
    const unknown = evidence({ scores: { E: 99 } });
    for (const trait of unknown.traits) if (trait.trait === 'E') trait.agreement = 'UNKNOWN';
    const told = talkWith(unknown, asked.EN).flatMap(({ evidence: ids }) => ids);
    expect(told).toContain('EV-I');
    expect(told).not.toContain('EV-E');
  });

  it('calls a measurement by few a sketch, and no other', () => {
    const say = (friends: number) =>
      composeReply(begin({ evidence: evidence({ friends }), question: 'Why?' })).text;
    expect(say(3)).toMatch(/sketch/);
    expect(say(12)).not.toMatch(/sketch/);
  });
});

describe('the evidence behind a reply', () => {
  const claim = (reply: string) =>
    explainReply({ language: 'English', reply, evidence: evidence({ words: ['warm', 'free-spirited'] }) })
      .evidence;

  it('holds the words it names, but none inside another word, and nothing where there is none', () => {
    expect(claim('They call you Warm and free-spirited.')).toEqual(['EV-W-warm', 'EV-W-free-spirited']);
    expect(claim('A swarm, warmly.')).toEqual([]);
  });

  it('is six at the most', () => {
    const many = evidence({ words: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] });
    expect(
      explainReply({ language: 'English', reply: 'a b c d e f g h', evidence: many }).evidence,
    ).toHaveLength(6);
  });
});
