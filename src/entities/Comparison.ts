import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './Persona.js';
import { PersonaVersion } from './PersonaVersion.js';

const ComparisonSchema = defineEntity({
  name: 'Comparison',
  properties: {
    id: p.uuid().primary(),
    inviter: () => p.manyToOne(Persona).ref().deleteRule('cascade').index(),
    /** Null until somebody accepts. */
    accepter: () => p.manyToOne(Persona).ref().strictNullable().deleteRule('cascade').index(),
    /** The versions that are compared: those shown when it was agreed. Later ones would let either try out the other. */
    inviterVersion: () => p.manyToOne(PersonaVersion).ref().strictNullable().deleteRule('set null'),
    accepterVersion: () => p.manyToOne(PersonaVersion).ref().strictNullable().deleteRule('set null'),
    /** 128 random bits, good for one acceptance: knowing it is the inviter's consent. */
    code: p.string().unique(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
});

/** Two personas whose owners both agreed to be compared; nothing of either is shown to the other beyond the comparison. */
export class Comparison extends ComparisonSchema.class {}
ComparisonSchema.setClass(Comparison);
