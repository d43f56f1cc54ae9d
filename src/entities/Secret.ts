import { defineEntity, p } from '@mikro-orm/core';

const SecretSchema = defineEntity({
  name: 'Secret',
  properties: {
    name: p.string().primary(),
    value: p.text(),
  },
});

/** A secret that the program generated because none was set. All processes of the database share it. */
export class Secret extends SecretSchema.class {}
SecretSchema.setClass(Secret);
