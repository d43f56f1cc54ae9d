import { defineEntity, p } from '@mikro-orm/core';
import type { Answer } from '../measurement/answers.js';
import { type Sealed, SealedColumn } from './sealed.js';
import { User } from './User.js';

export const portraitAnswers = new SealedColumn<Answer[]>('self_portrait', 'answers', 'jsonb', 'owner_id');

const SelfPortraitSchema = defineEntity({
  name: 'SelfPortrait',
  properties: {
    /** One per person. Answering again replaces it. */
    owner: () => p.oneToOne(User).ref().primary().owner().deleteRule('cascade'),
    questionnaire: p.string(),
    answers: p.json<Sealed<Answer[]>>(),
  },
});

/** A person's answers about themselves, to the same questionnaire. */
export class SelfPortrait extends SelfPortraitSchema.class {}
SelfPortraitSchema.setClass(SelfPortrait);
