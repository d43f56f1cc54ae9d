import { defineEntity, p } from '@mikro-orm/core';

const SecretSchema = defineEntity({
  name: 'Secret',
  properties: {
    name: p.string().primary(),
    value: p.text(),
  },
});

/** A secret that the program made for itself because none was set; every process of the same database shares it. */
export class Secret extends SecretSchema.class {}
SecretSchema.setClass(Secret);
