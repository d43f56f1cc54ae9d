import { z } from 'zod';
import type { Locale } from '../../locale.js';
import type { Archetype } from '../../measurement/archetypes.js';

type InEveryLanguage = Record<Locale, string>;

/**
 * The only words used in an illustration prompt. A model chooses among the keys, so nothing that people wrote
 * can reach the prompt.
 */
export const settings = {
  shore: { EN: 'on a quiet shore', KO: '고요한 바닷가', JA: '静かな海辺' },
  forest: { EN: 'in an old forest', KO: '오래된 숲', JA: '古い森' },
  mountain: { EN: 'on a mountain ridge', KO: '산등성이', JA: '山の稜線' },
  library: { EN: 'in a tall library', KO: '천장이 높은 도서관', JA: '天井の高い図書館' },
  rooftop: { EN: 'on a city rooftop', KO: '도시의 옥상', JA: '街の屋上' },
  garden: { EN: 'in a walled garden', KO: '담장 안의 정원', JA: '塀に囲まれた庭' },
  workshop: { EN: 'in a lamplit workshop', KO: '등불이 켜진 작업실', JA: '灯りのともる工房' },
  market: { EN: 'at a night market', KO: '야시장', JA: '夜の市場' },
  observatory: { EN: 'by a small observatory', KO: '작은 천문대', JA: '小さな天文台' },
  harbour: { EN: 'in a harbour with lanterns', KO: '등불이 켜진 항구', JA: '灯りの並ぶ港' },
} satisfies Record<string, InEveryLanguage>;

export const moods = {
  calm: { EN: 'calm', KO: '차분한', JA: '穏やかな' },
  bright: { EN: 'bright', KO: '환한', JA: '明るい' },
  playful: { EN: 'playful', KO: '장난스러운', JA: '遊び心のある' },
  tender: { EN: 'tender', KO: '다정한', JA: 'やさしい' },
  bold: { EN: 'bold', KO: '대담한', JA: '大胆な' },
  dreamy: { EN: 'dreamy', KO: '꿈결 같은', JA: '夢のような' },
  restless: { EN: 'restless', KO: '일렁이는', JA: '揺らめく' },
  steadfast: { EN: 'steadfast', KO: '굳건한', JA: '揺るぎない' },
} satisfies Record<string, InEveryLanguage>;

/** Colours. Alt texts do not name them. */
export const palettes = {
  dusk: 'indigo, plum and a line of ember',
  dawn: 'rose, apricot and pale gold',
  sea: 'teal, slate and foam white',
  moss: 'moss green, bark brown and soft amber',
  ember: 'copper, crimson and charcoal',
  frost: 'ice blue, silver and violet',
  honey: 'honey gold, cream and walnut',
  orchid: 'orchid, magenta and midnight blue',
} as const;

/** The emblem that represents an archetype in an illustration: a thing, never a person. */
export const emblems: Record<Archetype, InEveryLanguage> = {
  PROTECTOR: { EN: 'a lighthouse', KO: '등대', JA: '灯台' },
  SAGE: { EN: 'an owl of folded paper', KO: '종이로 접은 부엉이', JA: '折り紙のふくろう' },
  REBEL: { EN: 'a lightning-lit kite', KO: '번개에 빛나는 연', JA: '稲妻に照らされた凧' },
  ARTIST: { EN: 'a prism scattering light', KO: '빛을 흩뿌리는 프리즘', JA: '光を散らすプリズム' },
  CAREGIVER: { EN: 'a hearth with an open door', KO: '문이 열린 집의 화롯불', JA: '扉の開いた家の炉火' },
  MYSTIC: { EN: 'a moon in still water', KO: '잔잔한 물에 비친 달', JA: '静かな水に映る月' },
  LEADER: { EN: 'a ship under full sail', KO: '돛을 활짝 편 배', JA: '帆を張った船' },
  TRICKSTER: { EN: 'a fox of stained glass', KO: '스테인드글라스 여우', JA: 'ステンドグラスの狐' },
};

/** @returns the keys of a vocabulary, as the tuple that an enum schema needs */
const keysOf = <T extends Record<string, unknown>>(vocabulary: T) =>
  Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]];

/**
 * @param stored the most UTF-16 units that are stored
 * @param accepted the most that are accepted from a model: a longer text is repaired, which needs the draft
 */
const line = (stored: number, accepted: number) =>
  z.string().trim().min(1).max(accepted).describe(`Max ${stored} characters`);

/** @param accepted the length that a text of a given limit may have */
const schemaOf = (accepted: (limit: number) => number) => {
  const text = (limit: number) => line(limit, accepted(limit));
  return z.object({
    title: text(80),
    summary: z
      .array(
        z.object({ text: text(400), evidence: z.array(z.string().trim().min(1).max(40)).min(1).max(12) }),
      )
      .min(3)
      .max(6),
    voice: z.object({
      register: text(120),
      habits: z.array(text(120)).min(1).max(5),
      sample: text(240),
    }),
    greeting: text(400),
    alternates: z.array(text(400)).min(2).max(3),
    imagePrompt: z.object({
      setting: z.enum(keysOf(settings)),
      mood: z.enum(keysOf(moods)),
      palette: z.enum(keysOf(palettes)),
    }),
  });
};

/**
 * Schema of what is stored about a person: prose that cites its evidence, and choices from closed lists for the
 * illustration. Lengths are in UTF-16 units.
 */
export const personaTextSchema = schemaOf((limit) => limit);

/**
 * Schema of what a model may answer. It accepts longer texts than are stored, so that checkPersonaText can
 * name them to the repair.
 */
export const personaDraftSchema = schemaOf((limit) => 10 * limit);

export type PersonaText = z.infer<typeof personaTextSchema>;

/** Stored with everything that these prompts produced. Raise a number with any change to its prompt. */
export const promptVersions = {
  persona: 'persona@5',
  reflections: 'reflections@2',
  paraphrases: 'paraphrases@3',
} as const;
