import { defineEntity, p } from '@mikro-orm/core';

const DataKeySchema = defineEntity({
  name: 'DataKey',
  properties: {
    /** The key's id in DATA_KEYS. The key itself is never stored. */
    id: p.string().primary(),
    /** A known value, sealed with the key: opening it proves that a process has the right key. */
    canary: p.text(),
  },
});

/** A key that has sealed values of this database. */
export class DataKey extends DataKeySchema.class {}
DataKeySchema.setClass(DataKey);
