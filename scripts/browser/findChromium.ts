import { findProgram } from '../provision/findProgram.mjs';

/** Names that a Chromium goes by; `npm test` installs the first where it may. */
const programs = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of the browser that tests and pictures use: CHROMIUM, or the first on PATH. @throws Error when there is none */
export function findChromium(): string {
  const found = process.env['CHROMIUM'] || programs.map((name) => findProgram(name)).find(Boolean);
  if (found === undefined)
    throw new Error(
      `There is no ${programs.join(' or ')} on PATH: install one, or set CHROMIUM to the path of one.`,
    );
  return found;
}
