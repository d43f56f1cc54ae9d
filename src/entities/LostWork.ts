import { defineEntity, p } from '@mikro-orm/core';

/** What can be left behind without a job: a persona step, a reply, a closed survey's norms, a due release. */
export const lostWorkKinds = ['step', 'reply', 'norms', 'release'] as const;
export type LostWorkKind = (typeof lostWorkKinds)[number];

const LostWorkSchema = defineEntity({
  name: 'LostWork',
  properties: {
    kind: p.enum(lostWorkKinds).primary(),
    /** How often such work was found, by all processes. */
    found: p.integer(),
    lastFoundAt: p.datetime(3),
  },
});

/** Counts work that had lost its job. State and job commit together, so in normal running it is empty. */
export class LostWork extends LostWorkSchema.class {}
LostWorkSchema.setClass(LostWork);
