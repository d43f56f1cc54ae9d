import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { findOpenInvitation } from '../access/comparison.js';
import { isOpaqueToken } from '../access/identifiers.js';
import { type AnswerStep, answerSteps } from '../entities/DailyCount.js';
import { Survey } from '../entities/Survey.js';
import type { Locale } from '../locale.js';
import type { PublicPersonaType } from '../schema/persona/PublicPersonaType.js';
import type { PublicSurveyType } from '../schema/survey/types.js';
import { readPublicPersona } from './persona/publicPersonaView.js';
import { publicSurveyView } from './survey/surveyView.js';
import { createVisitCounter } from './visitCounter.js';

/** What the server's own pages and files read without sign-in, by the secret in their address. */
export const createPublicPages = (orm: MikroORM, log: Logger, count = createVisitCounter(orm, log)) => ({
  persona: (slug: string): Promise<PublicPersonaType | null> => readPublicPersona(orm.em.fork(), slug),

  count,

  /** Counts that someone left a survey at a step. @returns false if there is no such step */
  countStop(slug: string, step: unknown): boolean {
    const known = answerSteps.find((one): one is AnswerStep => one === step);
    if (known !== undefined && isOpaqueToken(slug)) count(slug, `STOP_${known}`);
    return known !== undefined;
  },

  /** A survey as friends see it. Never how many of them have answered. */
  async survey(slug: string): Promise<PublicSurveyType | null> {
    if (!isOpaqueToken(slug)) return null;
    const survey = await orm.em.fork().findOne(Survey, { slug }, { populate: ['owner'] });
    return survey && publicSurveyView(survey);
  },

  /** Language of the persona whose owner invites to a comparison. Null if the invitation is over. */
  async inviterLocale(code: string): Promise<Locale | null> {
    return (await findOpenInvitation(orm.em.fork(), code))?.inviter.$.locale ?? null;
  },

  /** @param hash SHA-256 of the bytes, hex; public while a published persona shows the picture */
  async image(hash: string): Promise<{ bytes: Buffer; isPublic: boolean } | null> {
    const [image] = await orm.em.fork().execute<{ bytes: Buffer; isPublic: boolean }[]>(
      `select bytes, exists (
         select 1 from image same join persona_version version on version.id = same.version_id
         join persona on persona.id = version.persona_id
         where same.hash = image.hash and number = shown and publication is not null) as "isPublic"
       from image where hash = ? limit 1`,
      [hash],
    );
    return image ?? null;
  },
});
