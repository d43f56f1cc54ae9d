import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from '../Persona.js';
import { type Sealed, SealedColumn } from '../sealed.js';

export const keptFieldsJson = new SealedColumn<string>('kept_fields', 'fields', 'text', 'persona_id');

const KeptFieldsSchema = defineEntity({
  name: 'KeptFields',
  tableName: 'kept_fields',
  properties: {
    /** At most one per persona: importing again replaces it. Apart from it, because it is large and hardly ever read. */
    persona: () => p.oneToOne(Persona).ref().primary().owner().deleteRule('cascade'),
    /** JSON as text, because a column of JSON would round its numbers. */
    fields: p.text().$type<Sealed<string>>(),
  },
});

/** What an owner added to a persona's character card in another program, kept for the next card and nothing else. */
export class KeptFields extends KeptFieldsSchema.class {}
KeptFieldsSchema.setClass(KeptFields);
