import { createHash } from 'node:crypto';
import { checkParaphrase } from '../../ai/checks/checkParaphrase.js';
import type { Usage } from '../../ai/ports.js';
import {
  fillName,
  paraphrasePrompt,
  paraphraseRepairPrompt,
  type Paraphrases,
} from '../../ai/prompts/paraphrase.js';
import type { Services } from '../../context.js';
import type { Persona } from '../../entities/Persona.js';
import { PersonaVersion, type VersionQuote } from '../../entities/PersonaVersion.js';
import { visibleQuotes } from '../../entities/redaction.js';
import type { Survey } from '../../entities/Survey.js';
import { evidencePack } from '../../measurement/evidencePack.js';
import { splitOpenText } from '../../measurement/openText/splitOpenText.js';
import { practicePack } from '../../measurement/practice.js';
import type { Attempt } from '../../queue/jobs.js';
import { MIN_TEXTS, readOpenTexts, readTextGroup, type TextGroup } from './material.js';
import { callModel, nullIfUnusable } from '../callModel.js';
import { type Stage, withUsage } from './stage.js';

/** A part of a friend's text, with the number that identifies it in the prompt. */
interface Piece {
  id: number;
  text: string;
  friend: number;
}

/**
 * Adds quotes, which are blended from friends' texts, and assembles the evidence. A text is blended once,
 * together with at least two others, in the first version that has them. Later versions reuse the result, so
 * that no two versions differ by one friend's text. Hidden quotes are kept, so that they are not blended
 * again, but are not part of the evidence. There are no quotes about minors.
 */
export const blendTexts: Stage = async (services, version, attempt) => {
  const { measurement, provenance, quotes } = version;
  if (version.evidence !== null || measurement === null || provenance === null) return null;
  const persona = version.persona.getEntity();
  const subject = { name: persona.name, locale: persona.locale };
  const survey = persona.survey?.getEntity() ?? null;
  if (survey === null) return { quotes: [], evidence: practicePack(measurement, subject) };
  const visible = await visibleQuotes(services.orm.em.fork(), persona.id);
  if (quotes === null)
    return { quotes: await quotesOfOtherVersions(services, version, lastExcludedRelease(survey)) };
  const after = Math.max(lastExcludedRelease(survey), ...quotes.map(({ to }) => to));
  const range = { after, until: version.number };
  const group = visible.areAllowed ? await readTextGroup(services, survey.id, range, attempt) : null;
  if (group === null) {
    const texts = quotes.flatMap(({ text }) => text ?? []).filter((text) => visible.isVisible(text));
    const cited = texts.map((text, at) => ({ id: `EV-Q${at + 1}`, text }));
    return { evidence: evidencePack(measurement, subject, cited) };
  }
  const { blended, usages } = await blendGroup(services, persona, group, attempt);
  let spent = provenance;
  for (const usage of usages) spent = withUsage(services, spent, usage);
  return { quotes: [...quotes, ...blended], provenance: spent };
};

/**
 * The last release whose texts are not blended, because their answers were shown before or were withdrawn.
 */
const lastExcludedRelease = ({ withdrawnFrom, restarted }: Survey): number =>
  Math.max(withdrawnFrom, restarted ? 1 : 0);

/**
 * Quotes of other versions from texts that this version has too, except those based on a withdrawn answer.
 * Usually those of the previous version, or of a later one after a retry.
 */
async function quotesOfOtherVersions(
  { orm }: Services,
  { id, persona, number }: PersonaVersion,
  after: number,
): Promise<VersionQuote[]> {
  const others = await orm.em
    .fork()
    .find(
      PersonaVersion,
      { persona: persona.id, id: { $ne: id }, evidence: { $ne: null } },
      { fields: ['quotes'], orderBy: { number: 'asc' } },
    );
  return others
    .map(({ quotes }) => (quotes ?? []).filter(({ from, to }) => from > after && to <= number))
    .reduce((most, quotes) => (quotes.length > most.length ? quotes : most), []);
}

/**
 * Has the model paraphrase what friends' texts have in common. The model sees the texts in pieces, in an
 * order that reveals nothing, and no text of the owner. A paraphrase is kept only if it is based on at least
 * three friends and copies none of them. What is refused may be written anew once.
 * @returns at least one entry, so that the group is not blended again, and the usage of each call whose answer
 *   had the right shape
 */
async function blendGroup(
  services: Services,
  persona: Persona,
  group: TextGroup,
  { signal }: Attempt,
): Promise<{ blended: VersionQuote[]; usages: Usage[] }> {
  const { from, to } = group;
  const { locale } = persona;
  const pieces = shuffledPieces(group.texts);
  const answers = await readOpenTexts(services.orm.em.fork(), persona);
  const onUsage = services.budget.chargeTo(persona.owner.id);
  const ask = (prompt: ReturnType<typeof paraphrasePrompt>) =>
    callModel(() => services.ai.textModel.writeJson({ ...prompt, signal, onUsage }).catch(nullIfUnusable), {
      signal,
    });
  const review = async (text: string): Promise<string[]> =>
    (await callModel(() => services.ai.moderator.review(text, signal), { signal })).flagged
      ? ['paraphrase is not fit to be shown to people']
      : [];
  const sift = async (paraphrases: Paraphrases['paraphrases']): Promise<Sifted> => {
    const sifted: Sifted = { accepted: [], refused: [], problems: [] };
    for (const paraphrase of paraphrases) {
      const found = checkParaphrase(paraphrase.text, persona, answers);
      if (friendsBehind(paraphrase.pieces, pieces) < MIN_TEXTS)
        found.push('paraphrase names pieces of too few friends');
      const text = fillName(paraphrase.text, persona.name);
      if (found.length === 0) found.push(...(await review(text)));
      if (found.length === 0) sifted.accepted.push(text);
      else sifted.refused.push(paraphrase);
      sifted.problems.push(...found);
    }
    if (sifted.refused.length > 0)
      services.log.warn({ persona: persona.id, problems: sifted.problems }, 'paraphrases rejected by checks');
    return sifted;
  };
  const first = await ask(paraphrasePrompt(locale, pieces));
  const { accepted, refused, problems } = await sift(first?.value.paraphrases ?? []);
  const second =
    refused.length > 0 ? await ask(paraphraseRepairPrompt(locale, pieces, refused, problems)) : null;
  const repaired = await sift(second?.value.paraphrases.slice(0, refused.length) ?? []);
  const texts = new Set([...accepted, ...repaired.accepted]);
  const blended = texts.size === 0 ? [null] : [...texts];
  return {
    blended: blended.map((text) => ({ text, from, to })),
    usages: [first, second].flatMap((answer) => answer?.usage ?? []),
  };
}

/** Paraphrases by whether they may be shown, and what is wrong with those that may not. */
interface Sifted {
  accepted: string[];
  refused: Paraphrases['paraphrases'];
  problems: string[];
}

/**
 * Sorted by the pieces' hashes: deterministic for the same texts and unrelated to the order of the answers.
 */
function shuffledPieces(texts: readonly string[]): Piece[] {
  return texts
    .flatMap((text, friend) => splitOpenText(text).map((piece) => ({ text: piece, friend })))
    .map((piece) => ({ ...piece, key: createHash('sha256').update(piece.text).digest('hex') }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ text, friend }, at) => ({ id: at + 1, text, friend }));
}

const friendsBehind = (claimed: readonly number[], pieces: readonly Piece[]): number =>
  new Set(pieces.filter(({ id }) => claimed.includes(id)).map(({ friend }) => friend)).size;
