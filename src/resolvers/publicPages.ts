import { findOpenInvitation } from '../access/comparison.js';
import { isOpaqueToken } from '../access/identifiers.js';
import type { Services } from '../context.js';
import { type AnswerStep, answerSteps } from '../entities/DailyCount.js';
import type { Locale } from '../locale.js';
import type { PublicPersonaType } from '../schema/persona/PublicPersonaType.js';
import type { PublicSurveyType } from '../schema/survey/types.js';
import { readPublicPersona } from './persona/publicPersonaView.js';
import { readPublicSurvey } from './survey/publicSurveyView.js';
import { createVisitCounter } from './visitCounter.js';

const imageByHash = {
  name: 'image_by_hash',
  text: `select bytes, exists (
      select 1 from image same join persona_version version on version.id = same.version_id
      join persona on persona.id = version.persona_id
      where same.hash = image.hash and number = shown and publication is not null) as "isPublic"
    from image where hash = $1 limit 1`,
};

/** What the server's own pages and files read without sign-in, by the secret in their address. */
export const createPublicPages = (
  { orm, log, preparedRead, readRows }: Pick<Services, 'orm' | 'log' | 'preparedRead' | 'readRows'>,
  count = createVisitCounter(orm, log),
) => ({
  persona: (slug: string): Promise<PublicPersonaType | null> => readRows((em) => readPublicPersona(em, slug)),

  count,

  /** Counts that someone left a survey at a step. @returns false if there is no such step */
  countStop(slug: string, step: unknown): boolean {
    const known = answerSteps.find((one): one is AnswerStep => one === step);
    if (known !== undefined && isOpaqueToken(slug)) count(slug, `STOP_${known}`);
    return known !== undefined;
  },

  survey: (slug: string): Promise<PublicSurveyType | null> => readPublicSurvey({ preparedRead }, slug),

  /** Language of the persona whose owner invites to a comparison. Null if the invitation is over. */
  async inviterLocale(code: string): Promise<Locale | null> {
    return (await readRows((em) => findOpenInvitation(em, code)))?.inviter.$.locale ?? null;
  },

  /** @param hash SHA-256 of the bytes, hex; public while a published persona shows the picture */
  async image(hash: string): Promise<{ bytes: Buffer; isPublic: boolean } | null> {
    const [image] = await preparedRead<{ bytes: Buffer; isPublic: boolean }>(imageByHash, [hash]);
    return image ?? null;
  },
});
