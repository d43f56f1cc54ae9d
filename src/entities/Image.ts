import { defineEntity, p } from '@mikro-orm/core';
import { PersonaVersion } from './PersonaVersion.js';

const ImageSchema = defineEntity({
  name: 'Image',
  properties: {
    /** SHA-256 of the bytes, hex. Serves as the image's address and as its ETag. */
    hash: p.string().primary(),
    /** Part of the key because two versions may have the same picture and each must be deletable. */
    version: () => p.manyToOne(PersonaVersion).ref().primary().deleteRule('cascade').index(),
    width: p.integer(),
    height: p.integer(),
    bytes: p.blob().lazy(),
  },
});

/** One size of an illustration, as WebP. */
export class Image extends ImageSchema.class {}
ImageSchema.setClass(Image);
