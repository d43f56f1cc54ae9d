import { expect, it } from 'vitest';
import { facetColor } from '../../../web/src/ui/mirror/facetColor.js';
import { facets } from '../../../web/src/ui/mirror/mirrorGeometry.js';

it('every facet is mixed from the glass colours, lit and unlit', () => {
  for (const [index, facet] of facets.entries()) {
    expect(facetColor(facet, index, true)).toMatch(/--glass-[1-4]/);
    expect(facetColor(facet, index, true)).not.toContain('--glass-unlit');
    expect(facetColor(facet, index, false)).toContain('--glass-unlit');
  }
});
