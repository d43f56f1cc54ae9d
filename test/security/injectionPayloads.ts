import type { Locale } from '../../operations/generated/graphql.js';
import type { InjectionPayload } from './injectionPayload.js';
import { injectionPayloadsEn } from './injectionPayloadsEn.js';
import { injectionPayloadsJa } from './injectionPayloadsJa.js';
import { injectionPayloadsKo } from './injectionPayloadsKo.js';

/** By the language of the survey that they are sent to; those of a kind stand together. */
export const injectionPayloads: Record<Locale, InjectionPayload[]> = {
  EN: injectionPayloadsEn,
  KO: injectionPayloadsKo,
  JA: injectionPayloadsJa,
};
