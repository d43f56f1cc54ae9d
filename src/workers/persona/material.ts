import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../../context.js';
import { NormSum } from '../../entities/NormSum.js';
import { visibleVersions } from '../../entities/redaction.js';
import { portraitAnswers, SelfPortrait } from '../../entities/SelfPortrait.js';
import type { Locale } from '../../locale.js';
import { MIN_GROUP } from '../../measurement/anonymity.js';
import type { Rating } from '../../measurement/answers.js';
import { informantNorms } from '../../measurement/informantNorms/informantNorms.js';
import { emptyLeniencyBias, type LeniencyBias } from '../../measurement/insight/leniencyBias.js';
import { norms, type Norms } from '../../measurement/norms.js';
import type { Attempt } from '../../queue/jobs.js';
import { callModel } from '../callModel.js';
import { answersOf } from './openTexts.js';
import type { Stage } from './stage.js';

/**
 * Removes quotes from the drafts that the owner hid, or may no longer read, since the evidence was assembled.
 * Call it right before a model call, so that no model sees them again and the checked text is the one that
 * will be shown.
 */
export const removeHiddenQuotes: Stage = async ({ orm }, version) => {
  const [visible] = await visibleVersions(orm.em.fork(), [version]);
  if (visible === undefined || visible === version) return null;
  const { evidence, reflections, text } = visible;
  return { evidence, reflections, text };
};

/** Fewest texts for a quote. In a blend of two, either friend would recognize the other's text. */
export const MIN_TEXTS = MIN_GROUP;

/** Friends' texts, one per friend, and the releases they belong to. */
export interface TextGroup {
  texts: string[];
  from: number;
  to: number;
}

/**
 * The next texts to blend: the first complete releases that together have at least three texts that pass
 * moderation. Other texts are ignored.
 * @param range the releases after `after` up to `until`
 * @returns null if there are too few texts
 * @throws StepFailed if the moderator is unavailable
 */
export async function readTextGroup(
  { orm, ai }: Services,
  survey: string,
  range: { after: number; until: number },
  { signal }: Attempt,
): Promise<TextGroup | null> {
  const em = orm.em.fork();
  const texts: string[] = [];
  // One release at a time: usually the first has enough texts.
  for (let release = range.after + 1; release <= range.until; release += 1) {
    for await (const answers of answersOf(em, survey, release)) {
      const text = answers.find((answer) => answer.text !== undefined)?.text;
      if (
        text !== undefined &&
        !(await callModel(() => ai.moderator.review(text, signal), { signal })).flagged
      )
        texts.push(text);
    }
    if (texts.length >= MIN_TEXTS) return { texts, from: range.after + 1, to: release };
  }
  return null;
}

/** The current norms of a language: the published web sample, blended with the product's own sums. */
export async function readNorms(
  em: EntityManager,
  locale: Locale,
): Promise<{ norms: Norms; leniencyBias: LeniencyBias }> {
  const own = await em.findOne(NormSum, { locale });
  if (own === null) return { norms, leniencyBias: emptyLeniencyBias };
  return { norms: informantNorms(norms, own.sums, locale), leniencyBias: own.leniencyBias };
}

/** A person's answers about themselves, as scoring expects them; null if there are none. */
export async function readSelfAnswers(em: EntityManager, owner: string): Promise<Rating | null> {
  const portrait = await em.findOne(SelfPortrait, { owner });
  if (portrait === null) return null;
  const answers = portraitAnswers.open(em, owner, portrait.answers);
  return { relation: 'SELF', closeness: null, elapsedMs: null, answers };
}
