import { type Locale, locales } from '../../src/locale.js';
import { behaviours, type Behaviour } from './writers.js';
import type { WrittenVersion } from './writeVersions.js';

/** The versions of one survey, written by one model. */
export interface Mirror {
  locale: Locale;
  behaviour: Behaviour;
  versions: WrittenVersion[];
}

const share = (part: number, all: number): string =>
  `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`;

export const templatesIn = (versions: readonly WrittenVersion[]): number =>
  versions.filter(({ writing }) => writing === 'TEMPLATE').length;

/** Later versions with fewer cited sentences than the first version of the same mirror. */
export const poorerVersions = (mirrors: readonly Mirror[]): WrittenVersion[] =>
  mirrors.flatMap(({ versions: [first, ...later] }) =>
    later.filter(({ sentences }) => sentences < (first?.sentences ?? 0)),
  );

/** Lines that say how the versions were written: by behaviour, then by version and language. */
export function report(mirrors: readonly Mirror[]): string[] {
  return (Object.keys(behaviours) as Behaviour[]).flatMap((behaviour) => {
    const own = mirrors.filter((mirror) => mirror.behaviour === behaviour);
    const all = own.flatMap(({ versions }) => versions);
    const count = (writing: WrittenVersion['writing']): number =>
      all.filter((version) => version.writing === writing).length;
    const later = own.flatMap(({ versions }) => versions.slice(1)).length;
    return [
      `${behaviour}: templates ${share(templatesIn(all), all.length)}; first text ${count('FIRST')}, repaired ${count('REPAIRED')}, mended ${count('MENDED')}; fewer sentences than the first version ${share(poorerVersions(own).length, later)}`,
      ...tableOf(own),
    ];
  });
}

function tableOf(mirrors: readonly Mirror[]): string[] {
  const last = Math.max(0, ...mirrors.map(({ versions }) => versions.length));
  return Array.from({ length: last }, (_, at) => {
    const cells = locales.map((locale) => {
      const versions = mirrors.flatMap((mirror) =>
        mirror.locale === locale ? (mirror.versions[at] ?? []) : [],
      );
      return `${locale} ${templatesIn(versions)}/${versions.length}`.padEnd(10);
    });
    return `  version ${at + 1}: templates ${cells.join(' ')}`;
  });
}
