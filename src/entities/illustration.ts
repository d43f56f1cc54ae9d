/** The picture of a persona in its sizes; bytes live in `image` under their hash. */
export interface Illustration {
  alt: string;
  /** LOCAL: drawn here because the image model failed for good. */
  source: 'MODEL' | 'LOCAL';
  /** Largest first; pixels. */
  sizes: { hash: string; width: number; height: number }[];
}
