import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { cleanLine, isBlank } from '../cleanText.js';
import { type Locale, locales } from '../locale.js';

/** The supported languages, as ISO 639-1 codes. */
export type Language = Lowercase<Locale>;
export const languages = locales.map((locale) => locale.toLowerCase() as Language);

/**
 * Chooses the supported language that a reader prefers.
 * @param wanted language tags or values of Accept-Language, most preferred first
 * @returns English if none of them is supported
 */
export function acceptedLanguage(...wanted: (string | undefined)[]): Language {
  const codes = wanted.flatMap((list) => codesIn(list ?? ''));
  return codes.flatMap((code) => languages.find((supported) => supported === code) ?? [])[0] ?? 'en';
}

/**
 * The language codes of a list without their regions, most preferred first. Omits those with a weight of 0.
 */
const codesIn = (list: string): string[] =>
  list
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length) ?? '1';
      return { code: tag.split('-')[0] ?? '', weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ code }) => code);

/** An entry of X-Forwarded-For without its port, which some proxies add: `203.0.113.9:50123`, `[2001:db8::1]:50123`. */
const withoutPort = (entry: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;

/**
 * The address that a request came from. Behind proxies, each of which appends the address that it sees to
 * X-Forwarded-For, this is what the first of them appended. Earlier entries come from the caller, who could choose
 * a different address for each request.
 * @param proxies how many proxies are in front of this server
 */
export function callerAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const entries = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const address = withoutPort(entries.at(-proxies)?.trim() ?? '');
  return isIP(address) === 0 ? direct : address;
}

const SAFE_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** The request id that a proxy set, or a new one. It is logged, so it is accepted only in a strict format. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SAFE_ID.test(given) ? given : randomUUID();
}

const MAX_USER_AGENT_LENGTH = 255;

/** What a caller's program calls itself, as one line that is safe to store and show; null if it does not say. */
export function userAgentOf(request: IncomingMessage): string | null {
  const line = cleanLine((request.headers['user-agent'] ?? '').slice(0, MAX_USER_AGENT_LENGTH));
  return isBlank(line) ? null : line;
}

/** Whether an If-None-Match header names an entity tag, weak or strong. */
export const matchesEtag = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false;
