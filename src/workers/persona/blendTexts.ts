import type { Usage } from '../../ai/ports.js';
import type { Services } from '../../context.js';
import type { Persona } from '../../entities/Persona.js';
import { PersonaVersion, type VersionQuote } from '../../entities/PersonaVersion.js';
import { visibleQuotes } from '../../entities/redaction.js';
import type { Survey } from '../../entities/Survey.js';
import { evidencePack } from '../../measurement/evidencePack.js';
import { withoutRepetitions } from '../../measurement/openText/quoteIndex.js';
import { practicePack } from '../../measurement/practice.js';
import type { Attempt } from '../../queue/jobs.js';
import { callModel, nullIfUnusable } from '../callModel.js';
import { readTextGroup, type TextGroup } from './material.js';
import { readOpenTexts } from './openTexts.js';
import { paraphraseTexts } from './paraphraseTexts.js';
import { type Stage, withUsage } from './stage.js';

/**
 * Adds quotes, which are blended from friends' texts, and assembles the evidence. A text is blended once,
 * together with at least two others, in the first version that has them. Later versions reuse the result, so
 * that no two versions differ by one friend's text. Hidden quotes are kept, so that they are not blended
 * again, but are not part of the evidence. Neither is a quote that repeats another, even a hidden one. There
 * are no quotes about minors.
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
    const texts = withoutRepetitions(quotes.flatMap(({ text }) => text ?? []));
    const shown = texts.filter((text) => visible.isVisible(text));
    const cited = shown.map((text, at) => ({ id: `EV-Q${at + 1}`, text }));
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
 * Has the model paraphrase what a group of friends' texts has in common. The model sees no text of the owner.
 * @returns at least one entry, so that the group is not blended again, and the usage of each call whose answer
 *   had the right shape
 */
async function blendGroup(
  services: Services,
  persona: Persona,
  { texts, from, to }: TextGroup,
  { signal }: Attempt,
): Promise<{ blended: VersionQuote[]; usages: Usage[] }> {
  const { textModel, moderator } = services.ai;
  const answers = await readOpenTexts(services.orm.em.fork(), persona);
  const onUsage = services.budget.chargeTo(persona.owner.id);
  const written = await paraphraseTexts(
    {
      ask: (prompt) =>
        callModel(() => textModel.writeJson({ ...prompt, signal, onUsage }).catch(nullIfUnusable), {
          signal,
        }),
      isFlagged: async (text) => (await callModel(() => moderator.review(text, signal), { signal })).flagged,
    },
    persona,
    texts,
    answers,
  );
  if (written.problems.length > 0)
    services.log.warn({ persona: persona.id, problems: written.problems }, 'paraphrases rejected by checks');
  const blended = written.texts.length === 0 ? [null] : written.texts;
  return { blended: blended.map((text) => ({ text, from, to })), usages: written.usages };
}
