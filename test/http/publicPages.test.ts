import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.js';
import { createPictureCache } from '../../src/http/web/pictureCache.js';
import { pageWordings } from '../../src/http/web/pageWording.js';
import { locales } from '../../web/src/i18n/locales.js';
import { smallPicture } from '../testkit/smallPicture.js';
import { messagesOf } from '../testkit/webMessages.js';
import { builtApp, type BuiltApp } from './builtApp.js';
import { send } from './send.js';

type Pages = Parameters<typeof builtApp>[0] extends { publicPages?: infer P } | undefined
  ? NonNullable<P>
  : never;
type Persona = NonNullable<Awaited<ReturnType<Pages['persona']>>>;

const slug = (start: string): string => start.padEnd(22, '-');
const deletedPicture = 'deleted'.padEnd(64, 'a');
const hostile = `<script>alert(1)</script>"'&$&\u202Etxt`;
const owners: Record<string, { ownerName: string; locale: 'EN' | 'KO' | 'JA' }> = {
  [slug('en')]: { ownerName: 'Mina', locale: 'EN' },
  [slug('ko')]: { ownerName: '민아', locale: 'KO' },
  [slug('ja')]: { ownerName: 'ミナ', locale: 'JA' },
  [slug('hostile')]: { ownerName: hostile, locale: 'EN' },
  [slug('rtl')]: { ownerName: 'דנה', locale: 'EN' },
};
const persona: Persona = {
  slug: slug('persona'),
  name: '민아',
  locale: 'KO',
  title: '창가에 불을 켜 두는 사람',
  archetype: 'PROTECTOR',
  rarity: 'RARE',
  friends: 5,
  traits: (['E', 'A', 'C', 'N', 'I'] as const).map((id, at) =>
    id === 'N' ? { id, score: null, level: null } : { id, score: 20 * at, level: 'TYPICAL' },
  ),
  sentences: [{ text: '민아님은 다정해요.', evidence: [] }],
  picture: {
    alt: '항구의 등대',
    source: 'LOCAL',
    sizes: [1024, 512, 256].map((width) => ({ hash: `${width}`.padEnd(64, 'a'), width, height: width })),
  },
  searchable: false,
  template: false,
  demo: true,
};

let app: BuiltApp;
let url: string;
let published: Persona | null = persona;
let isDatabaseDown = false;
const taken: string[] = [];
const counted: string[] = [];
beforeAll(async () => {
  const portrait = { bytes: await smallPicture('portrait'), isPublic: true };
  app = await builtApp({
    findImage: async (hash) => (hash === deletedPicture ? null : portrait),
    publicPages: {
      async persona(asked) {
        return published?.slug === asked ? published : null;
      },
      async survey(asked) {
        if (isDatabaseDown) throw new Error('down');
        const owner = owners[asked];
        return owner === undefined ? null : { slug: asked, status: 'OPEN', questions: [], ...owner };
      },
      inviterLocale: async (code) => (code === 'japanese' ? 'JA' : null),
      countStop: () => true,
      count: (asked, kind) => void counted.push(`${kind} ${asked}`),
    },
    limits: { take: async (limit) => void taken.push(limit) },
  });
  ({ url } = app.testServer);
});
afterAll(() => app[Symbol.asyncDispose]());

/** The content of a meta element, as it is escaped. */
const metaOf = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(html)?.[1];

describe('the preview of a survey', () => {
  it.each([
    ['en', 'How do you see Mina?'],
    ['ko', '민아님은 어떤 사람인가요?'],
    ['ja', 'ミナさんは、どんな人？'],
  ] as const)('asks the friend in the survey’s language: %s', async (language, question) => {
    const { text, headers } = await send(`${url}/s/${slug(language)}`, {
      headers: { 'accept-language': 'fr' },
    });
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(`<title>${question} · Re:MirAI</title>`);
    for (const name of ['og:title', 'twitter:title']) expect(metaOf(text, name)).toBe(question);
    expect(metaOf(text, 'og:locale')).toBe(pageWordings[language].locale);
    expect(metaOf(text, 'og:image')).toMatch(
      new RegExp(`^https://mirai\\.example/s/${slug(language)}/preview\\.png\\?v=[\\da-f]{12}$`),
    );
    expect([metaOf(text, 'og:image:width'), metaOf(text, 'og:image:height')]).toEqual(['1200', '630']);
    expect(metaOf(text, 'og:image:alt')).toBe(question);
    expect(metaOf(text, 'og:description')).toBe(metaOf(text, 'description'));
    expect(metaOf(text, 'twitter:card')).toBe('summary_large_image');
    expect(text).toContain(`<link rel="canonical" href="https://mirai.example/s/${slug(language)}">`);
    expect(headers['x-robots-tag']).toBe('noindex');
  });

  it('has a picture with the owner’s name, under an address that changes with the name', async () => {
    const addressOf = async (): Promise<string> =>
      metaOf((await send(`${url}/s/${slug('en')}`)).text, 'og:image') ?? '';
    const address = new URL(await addressOf());
    const picture = await send(url + address.pathname + address.search);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
    expect(picture.headers['cache-control']).toBe('public, max-age=60');
    const { etag = '' } = picture.headers;
    expect((await send(url + address.pathname, { headers: { 'if-none-match': etag } })).status).toBe(304);
    owners[slug('en')] = { ownerName: 'Minnie', locale: 'EN' };
    expect(await addressOf()).not.toBe(address.href);
    expect((await send(url + address.pathname)).headers.etag).not.toBe(etag);
    owners[slug('en')] = { ownerName: 'Mina', locale: 'EN' };
    expect((await send(`${url}/s/${slug('none')}/preview.png`)).status).toBe(404);
  });

  it('escapes a hostile name, and lets it turn no text around', async () => {
    const { text } = await send(`${url}/s/${slug('hostile')}`);
    expect(text).toContain(
      '<title>How do you see &lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;$&amp; txt?',
    );
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('\u202E');
    expect(metaOf((await send(`${url}/s/${slug('rtl')}`)).text, 'og:title')).toBe(
      'How do you see \u2068דנה\u2069?',
    );
  });

  it('is the app with status 404 if there is no such survey', async () => {
    const answer = await send(`${url}/s/${slug('none')}`, { headers: { 'accept-language': 'ja' } });
    expect(answer.status).toBe(404);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).toContain('<html lang="ja">');
  });

  it('does without the survey while the database is down', async () => {
    isDatabaseDown = true;
    const answer = await send(`${url}/s/${slug('en')}`);
    isDatabaseDown = false;
    expect(answer.status).toBe(200);
    expect(metaOf(answer.text, 'og:title')).toBe('How do others see you?');
  });

  it.each([
    ['/', ''],
    ['.', ''],
    ['),', ''],
    [encodeURIComponent('라고 보내 줘'), ''],
    ['here', ''],
    ['/.', ''],
    ['/?from=x', '?from=x'],
    [encodeURIComponent('\n다음 줄'), ''],
  ])('is found by a link with %s stuck to it', async (stuck, query) => {
    const answer = await send(`${url}/s/${slug('ko')}${stuck}`);
    expect([answer.status, answer.headers.location]).toEqual([302, `/s/${slug('ko')}${query}`]);
  });

  it('is not found by a link that is cut off', async () => {
    expect((await send(`${url}/s/${slug('ko').slice(0, 20)}`)).status).toBe(404);
    expect((await send(`${url}/s/${slug('none')}/`)).status).toBe(404);
  });
});

describe('a visit', () => {
  const phone =
    'Mozilla/5.0 (Linux; Android 15; SM-S931N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36';
  const visit = async (path: string, headers: Record<string, string>, method = 'GET') => {
    counted.length = 0;
    await send(url + path, { method, headers: { 'user-agent': phone, ...headers } });
    return counted;
  };
  const survey = `/s/${slug('en')}`;
  const page = `/p/${slug('persona')}`;

  it.each([
    phone,
    `${phone} KAKAOTALK/25.1.0 (INAPP)`,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/14.19.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 Instagram 358.0.0.32.98',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
    'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
  ])('of a person is counted: %s', async (agent) => {
    expect(await visit(survey, { 'user-agent': agent })).toEqual([`SURVEY_VIEW ${slug('en')}`]);
    expect(await visit(page, { 'user-agent': agent })).toEqual([`PERSONA_VIEW ${slug('persona')}`]);
  });

  it.each([
    'facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984',
    'facebookexternalhit/1.1;line-poker/1.0',
    'WhatsApp/2.24.20.89 A',
    'TelegramBot (like TwitterBot)',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
  ])('of a messenger that makes a preview is a share and no view: %s', async (agent) => {
    expect(await visit(survey, { 'user-agent': agent })).toEqual([`SURVEY_SHARE ${slug('en')}`]);
    expect(await visit(page, { 'user-agent': agent })).toEqual([`PERSONA_SHARE ${slug('persona')}`]);
  });

  it.each([
    '',
    'curl/8.5.0',
    'node',
    'python-requests/2.32.3',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36',
  ])('of another program is not counted: %s', async (agent) => {
    expect(await visit(survey, { 'user-agent': agent })).toEqual([]);
  });

  it.each([
    { purpose: 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { 'x-purpose': 'preview' },
    { 'sec-fetch-dest': 'empty' },
    { 'cache-control': 'max-age=0' },
    { 'cache-control': 'no-cache' },
    { 'if-none-match': '"known"' },
  ] as Record<string, string>[])(
    'in advance, by a script or once more is not counted: %j',
    async (headers) => {
      expect(await visit(survey, headers)).toEqual([]);
    },
  );

  it('that finds no page, is led elsewhere or asks only for the head is not counted', async () => {
    expect(await visit(`/s/${slug('none')}`, {})).toEqual([]);
    expect(await visit(`/p/${slug('none')}`, {})).toEqual([]);
    expect(await visit(`${survey}/`, {})).toEqual([]);
    expect(await visit(survey, {}, 'HEAD')).toEqual([]);
  });
});

describe('the previews of the start page and of an invitation', () => {
  it.each([
    ['/', 'ko-KR', 'ko'],
    ['/', undefined, 'en'],
    ['/c/japanese', 'ko-KR', 'ko'],
    ['/c/japanese', undefined, 'ja'],
    ['/c/unknown', undefined, 'en'],
  ] as const)('%s for a reader of %s is in %s', async (path, accepted, language) => {
    const { status, text } = await send(url + path, {
      headers: accepted === undefined ? {} : { 'accept-language': accepted },
    });
    const words = pageWordings[language];
    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${language}">`);
    expect(metaOf(text, 'og:title')).toBe((path === '/' ? words.home : words.invitation).title);
  });
});

describe('a published persona’s page', () => {
  const page = `/p/${persona.slug}`;

  it('has a preview in the persona’s language', async () => {
    const { status, text, headers } = await send(url + page, { headers: { 'accept-language': 'en' } });
    expect(status).toBe(200);
    expect(text).toContain('<html lang="ko">');
    expect(metaOf(text, 'og:title')).toBe('민아: 창가에 불을 켜 두는 사람');
    expect(metaOf(text, 'og:image')).toBe(`https://mirai.example${page}/card.png`);
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=60', 'x-robots-tag': 'noindex' });
    expect(headers.vary ?? '').not.toMatch(/accept-language/i);
  });

  it('is compressed for whoever accepts it, under a tag of its own', async () => {
    const plain = await send(url + page);
    const compressed = await fetch(url + page, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(await compressed.text()).toBe(plain.text);
    expect(compressed.headers.get('etag')).not.toBe(plain.headers.etag);
    expect([compressed.headers.get('vary'), plain.headers.vary]).toEqual([
      'accept-encoding',
      'accept-encoding',
    ]);
  });

  it('is indexed only if its owner allows it', async () => {
    published = { ...persona, searchable: true };
    const { text, headers } = await send(url + page);
    published = persona;
    expect(headers['x-robots-tag']).toBeUndefined();
    expect(metaOf(text, 'robots')).toBeUndefined();
    expect(metaOf((await send(url + page)).text, 'robots')).toBe('noindex');
  });

  it('escapes hostile texts', async () => {
    published = { ...persona, name: hostile, title: hostile, sentences: [{ text: hostile, evidence: [] }] };
    const { text } = await send(url + page);
    published = persona;
    expect(text).not.toContain('<script>alert');
    expect(text.match(/&lt;script&gt;alert/g)?.length).toBeGreaterThan(2);
  });

  it('is revalidated by its entity tag, and is gone for a cache too once it is unpublished', async () => {
    const { headers } = await send(url + page);
    const known = { 'if-none-match': String(headers.etag) };
    expect((await send(url + page, { headers: known })).status).toBe(304);
    published = null;
    const gone = await send(url + page, { headers: { ...known, 'accept-language': 'ja' } });
    const card = await send(`${url}${page}/card.png`, { headers: known });
    published = persona;
    expect([gone.status, card.status]).toEqual([404, 404]);
    expect(gone.headers['cache-control']).toBe('no-store');
    expect(metaOf(gone.text, 'og:title')).toBe(pageWordings.ja.missingPersona.title);
    expect(gone.text).not.toContain(persona.title);
  });

  it('is found by a link with something stuck to it, as an invitation is', async () => {
    const invitation = `/c/${slug('code')}`;
    for (const stuck of ['에서', '.', '/', '%20x?utm_source=mail']) {
      const { headers } = await send(url + encodeURI(decodeURI(invitation + stuck)));
      expect(headers.location).toBe(invitation + (stuck.includes('?') ? '?utm_source=mail' : ''));
    }
    for (const stuck of ['/', '.', '/x'])
      expect((await send(`${url}${page}${stuck}`)).headers.location).toBe(page);
  });
});

describe('the card of a published persona', () => {
  const card = `/p/${persona.slug}/card.png`;

  it.each([
    ['', 1200, 630],
    ['?size=og', 1200, 630],
    ['?size=square', 1080, 1080],
    ['?size=story', 1080, 1920],
  ])('is a PNG: %s', async (query, width, height) => {
    const answer = await fetch(url + card + query);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    const { format, ...size } = await sharp(await answer.arrayBuffer()).metadata();
    expect({ format, width: size.width, height: size.height }).toEqual({ format: 'png', width, height });
    const etag = answer.headers.get('etag') ?? '';
    const again = await send(url + card + query, { headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('is gone when its portrait was deleted in the meantime', async () => {
    const { picture } = persona;
    const sizes = picture?.sizes.map((size) => ({ ...size, hash: deletedPicture })) ?? [];
    published = { ...persona, picture: picture && { ...picture, sizes } };
    const { status } = await send(url + card);
    published = persona;
    expect(status).toBe(404);
  });

  it('has three sizes, and counts against a limit per address', async () => {
    for (const query of ['?size=huge', '?size=', '?size=og&size=og'])
      expect((await send(url + card + query)).status).toBe(400);
    expect((await send(`${url}/p/${slug('none')}/card.png`)).status).toBe(404);
    expect(new Set(taken)).toEqual(new Set(['card']));
  });

  it('is kept up to a number of bytes, and drawn once for callers at the same time', async () => {
    const drawn: string[] = [];
    const cards = createPictureCache({ maxBytes: 250, maxDrawing: 1, maxWaiting: 1 });
    const get = (key: string): Promise<Buffer> =>
      cards.get(key, async () => {
        drawn.push(key);
        await new Promise((resolve) => setTimeout(resolve, 20));
        return Buffer.alloc(100);
      });
    await Promise.all([get('a'), get('a'), get('b')]);
    // Of three cards, two fit: the one that was not used for longest goes.
    for (const key of ['b', 'c', 'c', 'b', 'a']) await get(key);
    expect(drawn).toEqual(['a', 'b', 'c', 'a']);
    const tooMany = await Promise.allSettled(['x', 'y', 'z'].map(get));
    expect(tooMany.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect((tooMany[2] as PromiseRejectedResult).reason).toBeInstanceOf(AppError);
  });
});

it.each(locales)(
  'traits, archetypes and rarity are called the same on the server and in the app: %s',
  (locale) => {
    const { traits } = messagesOf(locale) as { traits: Record<string, unknown> };
    const words = pageWordings[locale];
    expect({ name: words.traits, archetype: words.archetypes, rarity: words.rarity }).toEqual({
      name: traits['name'],
      archetype: traits['archetype'],
      rarity: traits['rarity'],
    });
  },
);
