import { findProgram } from '../provision/findProgram.mjs';

/** Program names of Chromium. `npm test` installs the first one where it can. */
const programs = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The browser for tests and screenshots: CHROMIUM, or the first one on PATH.
 * @throws Error if there is none
 */
export function findChromium(): string {
  const found = process.env['CHROMIUM'] || programs.map((name) => findProgram(name)).find(Boolean);
  if (found === undefined)
    throw new Error(
      `There is no ${programs.join(' or ')} on PATH. Install one, or set CHROMIUM to the path of one.`,
    );
  return found;
}
