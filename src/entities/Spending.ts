import { defineEntity, p } from '@mikro-orm/core';
import { User } from './User.js';

const SpendingSchema = defineEntity({
  name: 'Spending',
  properties: {
    user: () => p.manyToOne(User).ref().primary().deleteRule('cascade'),
    /**
     * The beginning of the hour. A finer time would reveal when the last friend answered, because that causes
     * calls. Rows are deleted once no budget counts them.
     */
    hour: p.datetime(0).primary(),
    /** US dollars, of calls whose cost is known. */
    cost: p.double(),
  },
});

/** What the model calls for a user cost within an hour. */
export class Spending extends SpendingSchema.class {}
SpendingSchema.setClass(Spending);
