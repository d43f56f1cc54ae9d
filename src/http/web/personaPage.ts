import type { Locale } from '../../locale.js';
import type { PublicPersonaType } from '../../schema/persona/PublicPersonaType.js';
import { escapeHtml } from '../escapeHtml.js';
import type { Language } from '../request.js';
import { isolatedName, type PageHead } from './pageTemplate.js';
import { pageWordings } from './pageWording.js';

export const languageOf = ({ locale }: { locale: Locale }): Language => locale.toLowerCase() as Language;

/** The head of a published persona's page, in the persona's language. @param url of the page */
export function personaHead(persona: PublicPersonaType, url: string): PageHead {
  const language = languageOf(persona);
  const words = pageWordings[language];
  const name = isolatedName(persona.name);
  return {
    language,
    title: words.persona.title(name, isolatedName(persona.title)),
    description: words.persona.description(persona.friends, words.archetypes[persona.archetype] ?? ''),
    url,
    image: { url: `${url}/card.png`, alt: words.persona.cardAlt(name) },
    isIndexable: persona.searchable,
  };
}

/**
 * What a published persona's page shows before the app starts, and without scripts. It has classes of the
 * foundation styles only, because the page allows no inline styles.
 */
export function personaScreen(persona: PublicPersonaType): string {
  const { name, title, archetype, rarity, friends, sentences, slug, picture } = persona;
  const words = pageWordings[languageOf(persona)];
  const [image] = picture?.sizes.slice(1, 2) ?? [];
  const notes = [
    persona.demo ? words.persona.demo : null,
    persona.template ? words.persona.template : null,
    picture?.source === 'LOCAL' ? words.persona.drawnHere : null,
  ].filter((note) => note !== null);
  return [
    `<p class="before-app">Re:MirAI</p>`,
    `<article class="first-screen" data-archetype="${escapeHtml(archetype)}">`,
    image === undefined
      ? ''
      : `<img src="/images/${image.hash}.webp" width="${image.width}" height="${image.height}" alt="${escapeHtml(picture?.alt ?? '')}">`,
    `<h1><bdi>${escapeHtml(name)}</bdi><br>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml([words.archetypes[archetype], rarity && words.rarity[rarity]].filter(Boolean).join(' · '))}</p>`,
    radar(persona),
    ...sentences.map(({ text }) => `<p>${escapeHtml(text)}</p>`),
    `<p>${escapeHtml(words.persona.seenBy(friends))}</p>`,
    `<p><a href="/?from=p:${slug}">${escapeHtml(words.persona.ask)}</a></p>`,
    ...notes.map((note) => `<p><small>${escapeHtml(note)}</small></p>`),
    '</article>',
  ].join('\n');
}

/** A trait that too few friends could judge is drawn in the middle and has no figure. */
const AVERAGE = 50;
/** Labels that are further from the middle stand beside the chart, and the others above and below it. */
const BESIDE = 90;

/** The five traits as a radar chart, drawn with attributes because the page allows no inline styles. */
function radar(persona: PublicPersonaType): string {
  const words = pageWordings[languageOf(persona)];
  const at = (axis: number, radius: number): [x: number, y: number] => {
    const angle = -Math.PI / 2 + (axis / persona.traits.length) * 2 * Math.PI;
    return [Math.round(Math.cos(angle) * radius), Math.round(Math.sin(angle) * radius)];
  };
  const ring = (radii: number[]): string => radii.map((radius, axis) => at(axis, radius).join()).join(' ');
  const labels = persona.traits.map(({ id, score }, axis) => {
    const [x, y] = at(axis, 114);
    const anchor = Math.abs(x) < BESIDE ? 'middle' : x > 0 ? 'start' : 'end';
    const label = escapeHtml(`${words.traits[id] ?? id} ${score ?? '–'}`);
    return `<text x="${x}" y="${y + 4}" text-anchor="${anchor}" font-size="14" fill="currentColor">${label}</text>`;
  });
  return [
    `<svg viewBox="-230 -130 460 240" role="img" aria-label="${escapeHtml(words.persona.radar)}">`,
    `<polygon points="${ring(persona.traits.map(() => 100))}" fill="none" stroke="currentColor" stroke-opacity="0.4"/>`,
    `<polygon points="${ring(persona.traits.map(({ score }) => score ?? AVERAGE))}" fill="currentColor" fill-opacity="0.25" stroke="currentColor"/>`,
    ...labels,
    '</svg>',
  ].join('');
}
