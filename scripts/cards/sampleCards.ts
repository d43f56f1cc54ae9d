import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { emblems } from '../../src/ai/prompts/personaText.js';
import type { CardContent } from '../../src/images/card.js';
import type { Locale } from '../../src/locale.js';
import type { Archetype } from '../../src/measurement/archetypes.js';
import { traits } from '../../src/measurement/traits.js';
import { renderPicture } from '../../stand-ins/openai/pictures/glassPicture.js';

/** The words of the app for what a card names. */
interface TraitWords {
  name: Record<string, string>;
  archetype: Record<string, string>;
  rarity: Record<string, string>;
}

const wordsOf = (locale: Locale): TraitWords =>
  JSON.parse(
    readFileSync(
      new URL(`../../web/src/i18n/messages/${locale.toLowerCase()}/traits.json`, import.meta.url),
      'utf8',
    ),
  ) as TraitWords;

const people: Record<Locale, { name: string; titles: readonly [string, string, string] }> = {
  EN: {
    name: 'Mina',
    titles: ['The Quiet Lighthouse', 'The Wide-Open Wild Card', 'The Evenly Lit Moon-Well'],
  },
  KO: { name: '민아', titles: ['발소리가 낮은 등대', '활짝 열린 조커', '멀리 꿈꾸는 비밀의 정원'] },
  JA: { name: '美奈', titles: ['静かな灯台', '開け放たれたジョーカー', 'まんべんなく光る月の井戸'] },
};
const kinds: { archetype: Archetype; tier: string; scores: readonly number[] }[] = [
  { archetype: 'PROTECTOR', tier: 'COMMON', scores: [34, 82, 71, 46, 58] },
  { archetype: 'TRICKSTER', tier: 'RARE', scores: [93, 55, 21, 38, 88] },
  { archetype: 'MYSTIC', tier: 'LEGENDARY', scores: [12, 64, 49, 90, 97] },
];
const portraits = new Map<Archetype, Promise<Buffer>>();

/** The stand-in's picture of an archetype, as it would be stored. */
function portraitOf(archetype: Archetype): Promise<Buffer> {
  const known = portraits.get(archetype);
  if (known !== undefined) return known;
  const portrait = renderPicture(`A square illustration in cut glass: ${emblems[archetype].EN}`).then((png) =>
    sharp(png).webp({ quality: 82 }).toBuffer(),
  );
  portraits.set(archetype, portrait);
  return portrait;
}

/**
 * A card as the product would order it.
 * @param kind 0 to 2: the archetype, with a title, a rarity and scores
 */
export async function sampleCard(
  locale: Locale,
  kind: number,
  changes: Partial<CardContent> = {},
): Promise<CardContent> {
  const words = wordsOf(locale);
  const { archetype, tier, scores } = kinds[kind] ?? { archetype: 'ARTIST', tier: 'EPIC', scores: [] };
  return {
    locale,
    name: people[locale].name,
    title: people[locale].titles[kind] ?? '',
    archetype,
    archetypeName: words.archetype[archetype] ?? '',
    rarity: words.rarity[tier] ?? null,
    traits: traits.map((trait, at) => ({ name: words.name[trait] ?? '', score: scores[at] ?? 50 })),
    friends: 12,
    portrait: 'portrait' in changes ? null : await portraitOf(archetype),
    url: 'https://re-mirai.app/p/k7Qm2xVw9s',
    ...changes,
  };
}

/** Contents that have broken cards elsewhere, by what is unusual in them. */
export const unusualCards: Record<string, () => Promise<CardContent>> = {
  'long-word': () =>
    sampleCard('EN', 0, {
      name: 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft',
      title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter',
    }),
  'long-title': () =>
    sampleCard('EN', 1, {
      name: 'Maria Guadalupe Esperanza de los Ángeles Fernández-Villanueva y Ortega',
      title:
        'The One Who Always Remembers Where Everybody Left Their Keys, Coats and Better Intentions, and Never Tells',
    }),
  emoji: () =>
    sampleCard('KO', 1, { name: '🦊 여우민아 ✨👩‍👩‍👧‍👦', title: '🔥 활짝 열린 조커 🔥', portrait: null }),
  'emoji-only': () => sampleCard('JA', 2, { name: '🐰🐰🐰' }),
  'right-to-left': () => sampleCard('EN', 2, { name: 'محمد الفاتح', title: 'The Patient שומר' }),
  mixed: () =>
    sampleCard('JA', 1, { name: 'ミナ Mina 민아 Мина Łucja', title: 'やさしい Firebrand と 조커' }),
  'long-korean': () =>
    sampleCard('KO', 2, {
      name: '김수한무거북이와두루미삼천갑자동방삭치치카포사리사리센타워리워리세브리깡',
      title: '흔들림 없이 약속을 지키면서도 가끔은 문이 많은 집처럼 활짝 열리는 비밀의 정원',
    }),
  'long-japanese': () =>
    sampleCard('JA', 0, {
      name: '寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末',
      title: 'いくつもの面を持ち、嵐に光り、約束を守りながら気ままに歩く変わらない灯台',
    }),
  bare: () =>
    sampleCard('EN', 0, { name: '', rarity: null, traits: [], friends: 0, portrait: null, title: '' }),
};
