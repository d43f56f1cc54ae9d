import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './Persona.js';
import { PersonaVersion } from './PersonaVersion.js';

const ComparisonSchema = defineEntity({
  name: 'Comparison',
  properties: {
    id: p.uuid().primary(),
    inviter: () => p.manyToOne(Persona).ref().deleteRule('cascade').index(),
    /** Null until the invitation is accepted. */
    accepter: () => p.manyToOne(Persona).ref().strictNullable().deleteRule('cascade').index(),
    /**
     * The compared versions: those shown when the invitation was accepted. Comparing later versions would let
     * either owner probe the other's data.
     */
    inviterVersion: () => p.manyToOne(PersonaVersion).ref().strictNullable().deleteRule('set null'),
    accepterVersion: () => p.manyToOne(PersonaVersion).ref().strictNullable().deleteRule('set null'),
    /** Whether each owner allows either of them to share the result as a picture. It takes both. */
    inviterSharing: p.boolean().default(false),
    accepterSharing: p.boolean().default(false),
    /** 128 random bits, valid for one acceptance. Possession of the code proves the inviter's consent. */
    code: p.string().unique(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
});

/** Two personas whose owners agreed to a comparison. Each owner sees nothing else of the other. */
export class Comparison extends ComparisonSchema.class {}
ComparisonSchema.setClass(Comparison);
