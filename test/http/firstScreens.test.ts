import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderQuestionnaire } from '../../src/measurement/questionnaire/renderQuestionnaire.js';
import { QUESTIONNAIRE_VERSION } from '../../src/measurement/questionnaire/questionnaire.js';
import type { PublicPersonaType } from '../../src/schema/persona/PublicPersonaType.js';
import { locales } from '../../web/src/i18n/locales.js';
import { webWords } from '../testkit/webWords.js';
import { send } from './send.js';
import { startTestServer, type TestServer } from './testServer.js';

const slug = (start: string): string => start.padEnd(22, '-');
const hostile = `</script><script>alert(1)</script>"'&$&`;
const owners = new Map([
  [slug('en'), { ownerName: 'Mina', locale: 'EN', status: 'OPEN' }],
  [slug('ko'), { ownerName: '민아', locale: 'KO', status: 'OPEN' }],
  [slug('ja'), { ownerName: 'さくら', locale: 'JA', status: 'OPEN' }],
  [slug('hostile'), { ownerName: hostile, locale: 'EN', status: 'OPEN' }],
  [slug('closed'), { ownerName: 'Mina', locale: 'EN', status: 'CLOSED' }],
] as const);
const persona: PublicPersonaType = {
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

let server: TestServer;
let published: PublicPersonaType | null = persona;
beforeAll(async () => {
  const publicPages = {
    persona: async (asked: string) => (published?.slug === asked ? published : null),
    survey: async (asked: string) => {
      const owner = owners.get(asked);
      if (owner === undefined) return null;
      const questions = renderQuestionnaire(QUESTIONNAIRE_VERSION, owner.locale, owner.ownerName);
      return { slug: asked, ...owner, questions };
    },
    inviterLocale: async () => null,
    count: () => undefined,
    countStop: () => true,
  };
  // The app as it is built: a first screen is rendered by its own components.
  const webFolder = resolve(import.meta.dirname, '../../web/dist');
  server = await startTestServer({}, { publicPages, webFolder });
});
afterAll(() => server[Symbol.asyncDispose]());

/** What a person reads in a page whose scripts do not run. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const dataOf = (html: string): unknown =>
  JSON.parse(/<script type="application\/json" id="page-data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}');
const open = (path: string, language = 'en') =>
  send(server.url + path, { headers: { 'accept-language': language } });

describe.each(locales)('without scripts, in %s,', (locale) => {
  const words = webWords(locale);

  it('the start page says what it is about and lets people begin', async () => {
    const { text } = await open('/', locale);
    expect(text).toContain(`<html lang="${locale}">`);
    for (const key of ['landing.title', 'landing.lead', 'landing.step3Text', 'shell.promise'])
      expect(textOf(text)).toContain(words(key));
    expect(text).toMatch(/<a href="#sign-in" class="button primary"/);
  });

  it('a survey asks about its owner by name, promises anonymity and leads to the first question', async () => {
    const { text } = await open(`/s/${slug(locale)}`, 'fr');
    const name = owners.get(slug(locale))?.ownerName ?? '';
    expect(text).toContain(`<html lang="${locale}">`);
    expect(textOf(text)).toContain(words('answer.intro.title', { name }));
    for (const key of ['together', 'never', 'line', 'guess'])
      expect(textOf(text)).toContain(words(`answer.promise.${key}`, { name }));
    expect(text).toMatch(/<a href="#1" class="button primary"/);
  });

  it('a published persona of another language is shown in its own', async () => {
    const { text } = await open(`/p/${slug('persona')}`, locale);
    expect(text).toContain('<html lang="ko">');
    const ko = webWords('ko');
    const said = [ko('persona.public.seenBy', { count: 5 }), ko('persona.public.ask'), ko('traits.name.N')];
    for (const part of [persona.title, '민아님은 다정해요.', '수호자', ...said])
      expect(textOf(text)).toContain(part);
    const picture = `href="/images/${persona.picture?.sizes[1]?.hash}.webp"`;
    expect(text).toContain(`<image ${picture}`);
    // Found before the page's body has arrived.
    expect(text).toContain(`<link rel="preload" as="image" fetchpriority="high" ${picture}>`);
    // The tap on it is kept until the app has started.
    expect(text).toContain('<a href="#sign-in" class="button primary"');
  });
});

describe('a first screen', () => {
  it.each(['/', `/s/${slug('en')}`, `/p/${slug('persona')}`])(
    'of %s has one style and one script inside, and its policy allows no others',
    async (path) => {
      const { text, headers } = await open(path);
      expect(text).not.toMatch(/\sstyle="|\son\w+="/);
      const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)];
      const scripts = [...text.matchAll(/<script(?! type="application\/json")[^>]*>([\s\S]*?)<\/script>/g)];
      expect([styles.length, scripts.length]).toEqual([1, 1]);
      const hash = (part: string | undefined): string =>
        createHash('sha256')
          .update(part ?? '')
          .digest('base64');
      expect(headers['content-security-policy']).toContain(
        `script-src 'self' 'sha256-${hash(scripts[0]?.[1])}'; style-src 'self' 'sha256-${hash(styles[0]?.[1])}';`,
      );
      // What the app has to load comes after the paint; a disabled style sheet is not requested.
      expect(text).not.toMatch(/<script[^>]* src=|<link rel="stylesheet"(?![^>]* disabled)/);
    },
  );

  it('brings the data that the app would ask for', async () => {
    const survey = dataOf((await open(`/s/${slug('ko')}`)).text);
    expect(survey).toMatchObject({ language: 'ko', path: `/s/${slug('ko')}` });
    expect(survey).toHaveProperty('data.survey.questions.length', 24);
    const page = dataOf((await open(`/p/${slug('persona')}`)).text);
    expect(page).toHaveProperty('data.publicPersona.title', persona.title);
    expect(page).not.toHaveProperty('data.publicPersona.searchable');
    expect(page).not.toHaveProperty('data.publicPersona.picture');
  });

  it('escapes what people wrote, in its text and in its data', async () => {
    const survey = await open(`/s/${slug('hostile')}`);
    published = {
      ...persona,
      name: hostile,
      title: hostile,
      sentences: [{ text: hostile, evidence: [hostile] }],
    };
    const page = await open(`/p/${slug('persona')}`);
    published = persona;
    for (const { text } of [survey, page]) {
      expect(text).not.toContain('<script>alert');
      expect(textOf(text)).toContain(hostile);
    }
    expect(dataOf(survey.text)).toHaveProperty('data.survey.ownerName', hostile);
    expect(dataOf(page.text)).toHaveProperty('data.publicPersona.title', hostile);
  });

  it('of a closed survey says so', async () => {
    const { status, text } = await open(`/s/${slug('closed')}`);
    expect(status).toBe(200);
    expect(textOf(text)).toContain(webWords('en')('answer.stop.SURVEY_CLOSED.title'));
  });

  it('of what does not exist says so in the reader’s language, with status 404', async () => {
    const survey = await open(`/s/${slug('none')}`, 'ja');
    const page = await open(`/p/${slug('none')}`, 'ko');
    expect([survey.status, page.status]).toEqual([404, 404]);
    expect(textOf(survey.text)).toContain(webWords('ja')('answer.stop.NOT_FOUND.title'));
    expect(textOf(page.text)).toContain(webWords('ko')('persona.public.unknown'));
    expect(dataOf(page.text)).toMatchObject({ data: null });
  });
});
