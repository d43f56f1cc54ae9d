import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './findChromium.js';

/**
 * The browser makes no background requests, and only this machine's names resolve, so that pages cannot load
 * anything from elsewhere.
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

/** Only ends a hang: on a busy machine a start takes many seconds. */
const LAUNCH_LIMIT_MS = 120_000;

/** Starts a headless Chromium with a temporary profile. @param more additional flags */
export const launchChromium = (more: string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: [...flags, ...more], timeout: LAUNCH_LIMIT_MS });
