import { describe, expect, it } from 'vitest';
import { checkPersonaText } from '../../src/ai/checks/checkPersonaText.js';
import { personaTextSchema } from '../../src/ai/prompts/personaText.js';
import { archetypes } from '../../src/measurement/archetypes.js';
import { describeEvidence, describePortrait } from '../../src/measurement/describeEvidence.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import type { Level } from '../../src/measurement/measurement.js';
import { type AnswerIndex, indexAnswers } from '../../src/measurement/openText/answerIndex.js';
import { archetypeVoice } from '../../src/measurement/voices/voices.js';
import { templatePersona } from '../../src/workers/persona/templatePersona.js';
import { evidence } from '../ai/evidence.js';
import { seededRandom } from '../measurement/seededRandom.js';

const nothing = indexAnswers([]);
const citedIn = (pack: EvidencePack, answers: Pick<AnswerIndex, 'overlaps'> = nothing): string[][] =>
  templatePersona(pack, answers).summary.map((sentence) => sentence.evidence);
const wording = (pack: EvidencePack, id: string, sketch = false): string =>
  describePortrait(pack, [id], { sketch })[0]?.text ?? '';
/** Answers in which a friend wrote exactly the wording of these pieces of evidence. */
const quotesOf = (pack: EvidencePack, ids: string[]) => {
  const told = new Set(ids.map((id) => wording(pack, id)));
  return { overlaps: (text: string) => told.has(text) };
};

const levelOf = (score: number): Level => {
  if (score < 15) return 'VERY_LOW';
  if (score < 35) return 'LOW';
  if (score <= 65) return 'TYPICAL';
  return score <= 85 ? 'HIGH' : 'VERY_HIGH';
};
const nameParts = {
  EN: ['Ada', 'Löve', 'Lin-Mei', 'O’Neil', '😀'],
  KO: ['김', '민아', '제갈', '서준', '😀'],
  JA: ['佐藤', '美奈', 'ユーリ', 'さくら', '😀'],
};
const labels = {
  EN: ['funny', 'good listener', 'down-to-earth'],
  KO: ['재미있는', '다정한', '성실한'],
  JA: ['おもしろい', 'やさしい', '誠実'],
};

/** Any pack: of friends or of the person alone, without raters or words, with names of up to 60 characters. */
function randomPack(random: () => number): EvidencePack {
  const whole = (below: number): number => Math.floor(random() * below);
  const pick = <const T>(values: readonly [T, ...T[]]): T => values[whole(values.length)] ?? values[0];
  const locale = pick(['EN', 'KO', 'JA']);
  const basis = pick(['FRIENDS', 'SELF']);
  const friends = basis === 'SELF' ? 0 : 3 + whole(60);
  const parts = nameParts[locale];
  const name = Array.from({ length: 1 + whole(14) }, () => parts[whole(parts.length)] ?? '').join(
    locale === 'EN' ? ' ' : '',
  );
  const middling = random() < 0.2;
  const count = whole(4);
  return {
    subject: { name: name.slice(0, 60).toWellFormed().trim(), locale },
    basis,
    friends,
    confidence: pick(['SKETCH', 'FAIR', 'GOOD']),
    archetype: archetypes[whole(8)] ?? 'SAGE',
    runnerUp: archetypes[whole(8)] ?? 'SAGE',
    traits: (['E', 'A', 'C', 'N', 'I'] as const).map((trait) => {
      const score = middling ? 50 : whole(101);
      const raters = random() < 0.3 ? 0 : Math.max(1, whole(friends + 1));
      const agreement = pick(['AGREE', 'MIXED', 'SPLIT', 'UNKNOWN']);
      return { id: `EV-${trait}`, trait, score, level: levelOf(score), agreement, raters };
    }),
    words: labels[locale].slice(0, count).map((word, at) => ({
      id: `EV-W-${at}`,
      word,
      share: 0.67,
      ...(random() < 0.5 && { count: Math.max(1, friends - at) }),
    })),
    quotes: [],
  };
}

describe('the template that replaces refused prose', () => {
  it('fits the schema, passes the checks and is the same each time, for any evidence', () => {
    const random = seededRandom(20_261);
    for (let round = 0; round < 400; round += 1) {
      const pack = randomPack(random);
      const text = templatePersona(pack, nothing);
      expect(personaTextSchema.parse(text), JSON.stringify(pack)).toEqual(text);
      expect(checkPersonaText(text, pack, nothing), JSON.stringify(pack)).toEqual([]);
      expect(templatePersona(structuredClone(pack), nothing)).toEqual(text);
      for (const sentence of text.summary)
        for (const line of describeEvidence(pack, sentence.evidence))
          expect(line.text).not.toContain(sentence.text);
    }
  });

  it('fits the schema whatever share of it the friends wrote', () => {
    const random = seededRandom(77);
    for (let round = 0; round < 400; round += 1) {
      const pack = randomPack(random);
      const share = random();
      const text = templatePersona(pack, { overlaps: () => random() < share });
      expect(personaTextSchema.safeParse(text).success, JSON.stringify(pack)).toBe(true);
      const cited = text.summary.map((sentence) => sentence.evidence.join());
      expect(new Set(cited).size, JSON.stringify(pack)).toBe(cited.length);
    }
  });

  it('mentions the three most extreme traits, then the two strongest words, each citing its one id', () => {
    const pack = evidence({
      scores: { E: 52, A: 91, C: 30, N: 4, I: 60 },
      words: ['funny', 'warm', 'loyal'],
    });
    const { summary } = templatePersona(pack, nothing);
    expect(summary.map((sentence) => sentence.evidence)).toEqual([
      ['EV-N'],
      ['EV-A'],
      ['EV-C'],
      ['EV-W-funny'],
      ['EV-W-warm'],
    ]);
    for (const { text, evidence: ids } of summary)
      expect(text).toBe(wording(pack, ids[0] ?? '', ids[0] === 'EV-C'));
  });

  it('mentions measured traits before unrated ones', () => {
    const pack = evidence({ words: [] });
    pack.traits = pack.traits.map((trait, at) => (at < 2 ? { ...trait, raters: 0 } : trait));
    expect(citedIn(pack)).toEqual([['EV-C'], ['EV-N'], ['EV-I']]);
  });

  it('speaks in the voice of the archetype', () => {
    const pack = evidence({ archetype: 'TRICKSTER', locale: 'KO', name: '민아' });
    const { title, register, habits, sample, greeting, alternates } = archetypeVoice(
      'TRICKSTER',
      'KO',
      '민아',
    );
    expect(templatePersona(pack, nothing)).toMatchObject({
      title,
      voice: { register, habits, sample },
      greeting,
      alternates,
    });
  });

  it('asks for another picture for each archetype', () => {
    const pictures = archetypes.map((archetype) =>
      JSON.stringify(templatePersona(evidence({ archetype }), nothing).imagePrompt),
    );
    expect(new Set(pictures).size).toBe(archetypes.length);
  });

  it('says the next sentence in place of one that a friend wrote', () => {
    const pack = evidence({
      scores: { E: 99, A: 90, C: 80, N: 70, I: 60 },
      words: ['funny', 'warm', 'loyal'],
    });
    expect(citedIn(pack, quotesOf(pack, ['EV-A', 'EV-W-funny']))).toEqual([
      ['EV-E'],
      ['EV-C'],
      ['EV-N'],
      ['EV-W-warm'],
      ['EV-W-loyal'],
    ]);
  });

  it('says a third word before it says what a friend wrote', () => {
    const pack = evidence({ words: ['funny', 'warm', 'loyal'] });
    const traits = quotesOf(pack, ['EV-E', 'EV-A', 'EV-C', 'EV-N', 'EV-I']);
    expect(citedIn(pack, traits)).toEqual([['EV-W-funny'], ['EV-W-warm'], ['EV-W-loyal']]);
  });

  it('still says three sentences where the friends wrote them all', () => {
    const pack = evidence({ scores: { E: 99, A: 90, C: 80 } });
    const ids = [...pack.traits, ...pack.words].map(({ id }) => id);
    const answers = indexAnswers(ids.map((id) => wording(pack, id)));
    expect(citedIn(pack, answers)).toEqual([['EV-E'], ['EV-A'], ['EV-C']]);
  });

  it('cuts what a very long name makes too long, between characters', () => {
    const pack = evidence({ name: '😀'.repeat(300), split: 'E' });
    const text = templatePersona(pack, nothing);
    expect(personaTextSchema.safeParse(text).success).toBe(true);
    expect(text.greeting).toMatch(/…$/);
    expect(
      [text.greeting, ...text.summary.map((sentence) => sentence.text)].every((line) => line.isWellFormed()),
    ).toBe(true);
  });
});
