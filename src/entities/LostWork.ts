import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * What can be left behind without a job: a persona step, a reply, a closed survey's norms, a due release, an export, a
 * notification with deliveries that were not made.
 */
export const lostWorkKinds = ['step', 'reply', 'norms', 'release', 'export', 'delivery'] as const;
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

/** How often each kind of lost work was found, by all processes together. */
export async function countLostWork(em: EntityManager): Promise<Record<LostWorkKind, number>> {
  const found = new Map((await em.find(LostWork, {})).map((one) => [one.kind, one.found]));
  return Object.fromEntries(lostWorkKinds.map((kind) => [kind, found.get(kind) ?? 0])) as Record<
    LostWorkKind,
    number
  >;
}
