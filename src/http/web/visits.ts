import type { IncomingHttpHeaders } from 'node:http';

/** What a request for a page says: a person looks at it, or someone sent its link to a messenger or a network. */
export type Visit = 'VIEW' | 'SHARE';

/** Programs that fetch a page because its link was sent or posted: they show a preview of it. */
const PREVIEWS =
  /facebookexternalhit|facebot|^WhatsApp\/|kakaotalk-scrap|line-poker|TelegramBot|Twitterbot|Slackbot-LinkExpanding|Discordbot|LinkedInBot|SkypeUriPreview|Snap URL Preview|redditbot|Mastodon\/|Bluesky|Cardyb|Viber\/|Zalo|Pinterestbot|vkShare|Iframely|Embedly/i;

/** Programs that say that they are not a person's browser. Most of them also name a page about themselves. */
const PROGRAMS =
  /(?<!cu)bot\b|crawl|spider|slurp|preview|scrap|fetch|monitor|headless|lighthouse|inspection|yeti|daum(?:oa)?\/|facebookexternal|meta-external|google-|\+?https?:\/\//i;

/** Browsers, and the windows that messengers open, all begin their name so. Tools and libraries do not. */
const BROWSER = /^(?:Mozilla|Opera)\/\d/;

/**
 * What a request for a page counts as. Decided by what it says itself; nothing of it is stored.
 * @returns null for programs, for pages that are loaded in advance, and for a browser that has had the page:
 *   one that reloads it, or asks whether it has changed
 */
export function visitOf(method: string, headers: IncomingHttpHeaders): Visit | null {
  if (method !== 'GET') return null;
  const agent = headers['user-agent'] ?? '';
  if (PREVIEWS.test(agent)) return 'SHARE';
  if (!BROWSER.test(agent) || PROGRAMS.test(agent)) return null;
  const purposes = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'].map((name) => headers[name] ?? '');
  if (purposes.some((purpose) => /prefetch|prerender|preview/i.test(String(purpose)))) return null;
  if ((headers['sec-fetch-dest'] ?? 'document') !== 'document') return null;
  const hadThePage =
    headers['if-none-match'] !== undefined || /no-cache|max-age=0/.test(headers['cache-control'] ?? '');
  return hadThePage ? null : 'VIEW';
}
