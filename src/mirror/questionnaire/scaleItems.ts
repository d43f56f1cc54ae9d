import type { TraitId } from '../traits.js';

/**
 * The Mini-IPIP (Donnellan et al. 2006; IPIP, public domain), four items per trait, interleaved. The first
 * ten contain one plus and one minus item of every trait, so a form abandoned half-way is a valid short form.
 * `reversed`: agreeing speaks against the trait.
 */
export const scaleItems = [
  { id: 'MI01', trait: 'E', reversed: false },
  { id: 'MI02', trait: 'A', reversed: false },
  { id: 'MI03', trait: 'C', reversed: false },
  { id: 'MI04', trait: 'N', reversed: false },
  { id: 'MI05', trait: 'I', reversed: false },
  { id: 'MI06', trait: 'E', reversed: true },
  { id: 'MI07', trait: 'A', reversed: true },
  { id: 'MI08', trait: 'C', reversed: true },
  { id: 'MI09', trait: 'N', reversed: true },
  { id: 'MI10', trait: 'I', reversed: true },
  { id: 'MI11', trait: 'E', reversed: false },
  { id: 'MI12', trait: 'A', reversed: false },
  { id: 'MI13', trait: 'C', reversed: false },
  { id: 'MI14', trait: 'N', reversed: false },
  { id: 'MI15', trait: 'I', reversed: true },
  { id: 'MI16', trait: 'E', reversed: true },
  { id: 'MI17', trait: 'A', reversed: true },
  { id: 'MI18', trait: 'C', reversed: true },
  { id: 'MI19', trait: 'N', reversed: true },
  { id: 'MI20', trait: 'I', reversed: true },
] as const satisfies readonly { id: string; trait: TraitId; reversed: boolean }[];

export type ScaleItemId = (typeof scaleItems)[number]['id'];
