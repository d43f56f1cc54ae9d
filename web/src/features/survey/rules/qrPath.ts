/** The modules of a QR code: `get` returns a truthy value for a dark module. */
interface QrModules {
  size: number;
  get(row: number, column: number): number | boolean;
}

/**
 * Draws the dark modules as one SVG path with one module as the unit. Each horizontal run of dark modules is
 * one rectangle, which makes a few hundred rectangles instead of thousands.
 */
export function qrPath(modules: QrModules): string {
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size;) {
      const begin = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > begin) runs.push(`M${begin} ${row}h${column - begin}v1h-${column - begin}z`);
      else column += 1;
    }
  return runs.join('');
}
