import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The functions of HarfBuzz's subsetter that are used here. Handles and addresses are numbers. */
interface HarfBuzz {
  memory: { buffer: ArrayBuffer };
  malloc(bytes: number): number;
  hb_blob_create(address: number, length: number, mode: number, data: number, destroy: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_reference_blob(face: number): number;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_set_add(set: number, codePoint: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

/** Node has it, and its types do not declare it. */
declare const WebAssembly: { instantiate(program: Buffer): Promise<{ instance: { exports: unknown } }> };

const WRITABLE = 2;
const program = await readFile(
  fileURLToPath(new URL('../../../node_modules/harfbuzzjs/hb-subset.wasm', import.meta.url)),
);

/**
 * A font with some of its characters.
 * @param font sfnt
 * @returns sfnt; characters that the font lacks are left out
 */
export async function subsetFont(font: Buffer, characters: Iterable<string>): Promise<Buffer> {
  // An instance for each font: its memory is freed with it.
  const { instance } = await WebAssembly.instantiate(program);
  const harfBuzz = instance.exports as HarfBuzz;
  const address = harfBuzz.malloc(font.length);
  new Uint8Array(harfBuzz.memory.buffer).set(font, address);
  const face = harfBuzz.hb_face_create(harfBuzz.hb_blob_create(address, font.length, WRITABLE, 0, 0), 0);
  const input = harfBuzz.hb_subset_input_create_or_fail();
  const set = harfBuzz.hb_subset_input_unicode_set(input);
  for (const character of characters) harfBuzz.hb_set_add(set, character.codePointAt(0) ?? 0);
  const subset = harfBuzz.hb_subset_or_fail(face, input);
  const blob = subset === 0 ? 0 : harfBuzz.hb_face_reference_blob(subset);
  const length = blob === 0 ? 0 : harfBuzz.hb_blob_get_length(blob);
  if (length === 0) throw new Error('HarfBuzz could not make the subset.');
  return Buffer.from(harfBuzz.memory.buffer, harfBuzz.hb_blob_get_data(blob, 0), length);
}
