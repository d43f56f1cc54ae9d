import type { Services } from '../../context.js';
import { PersonaVersion } from '../../entities/PersonaVersion.js';
import type { Survey } from '../../entities/Survey.js';
import { visibleQuotes } from '../../entities/toldQuotes.js';
import type { VersionQuote } from '../../entities/versionQuote.js';
import { evidencePack } from '../../mirror/evidencePack.js';
import { practicePack } from '../../mirror/practice/practicePack.js';
import { blendGroup } from './blendGroup.js';
import { readTextGroup } from './readTextGroup.js';
import type { Stage } from './stage.js';
import { withUsage } from './withUsage.js';

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
  const { blended, usage } = await blendGroup(services, persona, group, attempt);
  return { quotes: [...quotes, ...blended], provenance: usage ? withUsage(provenance, usage) : provenance };
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
