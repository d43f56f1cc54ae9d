import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './findChromium.js';

/**
 * Quiet: nothing of the browser's own speaks to the network. And confined: no name but this machine's resolves, so that a
 * page which asks for something elsewhere does not get it.
 */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Starts a Chromium without a window, on a fresh profile that goes with it. @param more flags besides ours */
export const launchChromium = (more: string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: [...flags, ...more] });
