/** The modules of a QR code, true where dark. */
export interface QrModules {
  size: number;
  get(row: number, column: number): number | boolean;
}

/** Its dark modules as one SVG path in units of modules, a rectangle for each run in a row: a few hundred instead of thousands. */
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
