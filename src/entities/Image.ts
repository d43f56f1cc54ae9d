import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './Persona.js';

const ImageSchema = defineEntity({
  name: 'Image',
  properties: {
    /** SHA-256 of the bytes, hex: the address of the picture, and its validator. */
    hash: p.string().primary(),
    /** In the key because two personas may have drawn the same picture and each must be deletable. */
    persona: () => p.manyToOne(Persona).ref().primary().deleteRule('cascade').index(),
    width: p.integer(),
    height: p.integer(),
    bytes: p.blob().lazy(),
  },
});

/** One size of an illustration, as WebP. */
export class Image extends ImageSchema.class {}
ImageSchema.setClass(Image);
