/** A persona's illustration in several sizes. The bytes are stored in `image` under their hash. */
export interface Illustration {
  alt: string;
  /** LOCAL: drawn by this server, in practice mode or because the image model failed permanently. */
  source: 'MODEL' | 'LOCAL';
  /** Largest first; pixels. */
  sizes: { hash: string; width: number; height: number }[];
}
