import type { Services } from '../../context.js';
import { PersonaVersion } from '../../entities/PersonaVersion.js';
import type { Survey } from '../../entities/Survey.js';
import { toldQuotes } from '../../entities/toldQuotes.js';
import type { VersionQuote } from '../../entities/versionQuote.js';
import { evidencePack } from '../../mirror/evidencePack.js';
import { practicePack } from '../../mirror/practice/practicePack.js';
import { blendGroup } from './blendGroup.js';
import { readTextGroup } from './readTextGroup.js';
import type { Stage } from './stage.js';
import { withUsage } from './withUsage.js';

/**
 * Adds what friends wrote in their own words, blended, and lays the evidence out. A text is blended once, with at least two
 * others, in the first version that has them; later versions carry the result unchanged, so that no two versions differ by
 * one friend's text. What the owner hid is carried on, so that it is not blended again, and not told; nobody reads what was written
 * about somebody who is not of age.
 */
export const blendTexts: Stage = async (services, version, attempt) => {
  const { measurement, provenance, quotes } = version;
  if (version.evidence !== null || measurement === null || provenance === null) return null;
  const persona = version.persona.getEntity();
  const subject = { name: persona.name, locale: persona.locale };
  const survey = persona.survey?.getEntity() ?? null;
  if (survey === null) return { quotes: [], evidence: practicePack(measurement, subject) };
  const told = await toldQuotes(services.orm.em.fork(), persona.id);
  if (quotes === null) return { quotes: await blendedBefore(services, version, untold(survey)) };
  const after = Math.max(untold(survey), ...quotes.map(({ to }) => to));
  const range = { after, until: version.number };
  const group = told.any ? await readTextGroup(services, survey.id, range, attempt) : null;
  if (group === null) {
    const texts = quotes.flatMap(({ text }) => text ?? []).filter((text) => told.tells(text));
    const cited = texts.map((text, at) => ({ id: `EV-Q${at + 1}`, text }));
    return { evidence: evidencePack(measurement, subject, cited) };
  }
  const { blended, usage } = await blendGroup(services, persona, group, attempt);
  return { quotes: [...quotes, ...blended], provenance: usage ? withUsage(provenance, usage) : provenance };
};

/** The release up to which texts are not blended (any more): answers that they came with were shown before, or are gone. */
const untold = ({ withdrawnFrom, restarted }: Survey): number => Math.max(withdrawnFrom, restarted ? 1 : 0);

/**
 * What other versions tell of texts that this one has too, save what rests on an answer that was withdrawn: mostly the one
 * before it, and a later one where this was tried again.
 */
async function blendedBefore(
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
