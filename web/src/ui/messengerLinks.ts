import type { Locale } from '../api/generated/schema';

/** What accompanies a link that is sent. The subject is for mail. */
export interface MessageText {
  subject: string;
  text: string;
}

interface Messenger {
  name: 'LINE' | 'WhatsApp' | 'KakaoTalk' | 'Telegram' | 'X' | 'mail';
  /** Opens the messenger with the text filled in. KakaoTalk has no such address. */
  href?: string;
}

/** The messenger that most people use where a language is spoken. */
const usual: Record<Locale, Messenger['name']> = { EN: 'WhatsApp', KO: 'KakaoTalk', JA: 'LINE' };

const withQuery = (address: string, query: Record<string, string>): string =>
  // URLSearchParams encodes a space as "+", which messengers and mail clients show literally.
  `${address}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/**
 * Where a link can be sent, the readers' usual messenger first. No request is sent until one is clicked.
 * @param locale the language of those who get the link
 */
export function messengersOf({ subject, text }: MessageText, url: string, locale: Locale): Messenger[] {
  const textWithLink = `${text}\n${url}`;
  const messengers: Messenger[] = [
    { name: 'LINE', href: withQuery('https://line.me/R/share', { text: textWithLink }) },
    { name: 'WhatsApp', href: withQuery('https://wa.me/', { text: textWithLink }) },
    { name: 'KakaoTalk' },
    { name: 'Telegram', href: withQuery('https://t.me/share/url', { url, text }) },
    { name: 'X', href: withQuery('https://x.com/intent/post', { text, url }) },
    { name: 'mail', href: withQuery('mailto:', { subject, body: textWithLink }) },
  ];
  const rank = ({ name }: Messenger): number => (name === usual[locale] ? 0 : 1);
  return messengers.toSorted((a, b) => rank(a) - rank(b));
}
