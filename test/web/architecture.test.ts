import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteMap } from '../../web/src/app/siteMap.js';
import { areas, flat, messagesOf } from '../testkit/webMessages.js';
import { webSources, type WebSource } from '../testkit/webSources.js';

const linesOf = (text: string): number => text.trimEnd().split('\n').length;
const roomOf = ({ path }: WebSource): string => path.split('/')[0] ?? '';
const code = webSources.filter(({ path }) => /\.(?:ts|vue)$/.test(path));
const paths = (found: readonly WebSource[]): string[] => found.map(({ path }) => path);

/** [names, module] of every static import, types left out. */
function valueImports({ text }: WebSource): [string, string][] {
  return [...text.matchAll(/^import\s+(?!type\s)(?:([^'"]+?)\s+from\s+)?'([^']+)'/gm)].map(
    ([, names = '', from = '']) => [names.replace(/\btype \w+,?/g, ''), from],
  );
}
const importing = (wanted: (names: string, from: string, source: WebSource) => boolean): WebSource[] =>
  code.filter((source) => valueImports(source).some(([names, from]) => wanted(names, from, source)));

describe('the web app', () => {
  it('shows its pages in at most 60 lines each, styles aside', () => {
    const long = webSources.filter(
      ({ path, text }) =>
        path.endsWith('Page.vue') && linesOf(text.replace(/<style[\s\S]*?(?:<\/style>|\/>)/g, '')) > 60,
    );
    expect(paths(long)).toEqual([]);
  });

  it('keeps every file within 400 lines', () => {
    expect(paths(webSources.filter(({ text }) => linesOf(text) > 400))).toEqual([]);
  });

  it('has a page at each address that the server answers with the app, and at no other', () => {
    const server = readFileSync(join(import.meta.dirname, '../../src/http/web/webRoutes.ts'), 'utf8');
    const list = /const pages = \[([^\]]+)\]/.exec(server)?.[1] ?? '';
    const served = [...list.matchAll(/'([^']+)'/g)].map(([, path]) => path);
    const known = siteMap.map(({ path }) => path).filter((path) => !path.includes('unknown'));
    expect(served.sort()).toEqual(known.sort());
  });

  it('has words and a file for every page', () => {
    const files = new Set(webSources.map(({ path }) => path.split('/').at(-1)));
    const lacking = siteMap.filter(
      ({ page, messages, title }) =>
        !files.has(`${page}.vue`) ||
        messages.some((area) => !areas.includes(area)) ||
        !flat(messagesOf('en')).has(title),
    );
    expect(lacking).toEqual([]);
  });

  it('takes nothing of the server but its schema', () => {
    const strayed = importing(
      (_names, from, { path }) =>
        from.startsWith('node:') ||
        (from.startsWith('.') && normalize(join(dirname(path), from)).startsWith('..')),
    );
    expect(paths(strayed)).toEqual([]);
  });

  it('keeps one operation a file, named like it', () => {
    const operations = webSources.filter(({ path }) => path.endsWith('.graphql'));
    const odd = operations.filter(({ path, text }) => {
      const names = [...text.matchAll(/^(?:query|mutation|subscription|fragment)\s+(\w+)/gm)].map(
        ([, name]) => name,
      );
      return (
        names.join() !==
        path
          .split('/')
          .at(-1)
          ?.replace(/\.graphql$/, '')
      );
    });
    expect(operations.length).toBeGreaterThan(0);
    expect(paths(odd)).toEqual([]);
  });

  it('opens connections to the server in api/ alone', () => {
    const speaks = importing(
      (names, from) =>
        from === 'graphql-ws' ||
        (from.startsWith('@urql/') && /\bClient\b|createClient|Exchange\b/.test(names)),
    ).concat(
      code.filter(({ text }) => /\bfetch\(|new (?:WebSocket|XMLHttpRequest|EventSource)\(/.test(text)),
    );
    expect(paths(speaks.filter((source) => roomOf(source) !== 'api'))).toEqual([]);
  });

  it('asks for data in composables and api/, never in a page or a component', () => {
    const asks = importing((names) => /\w+Document\b/.test(names));
    expect(paths(asks.filter(({ path }) => path.endsWith('.vue')))).toEqual([]);
  });

  it('lets a feature import shared code and itself only, and the pages of a mirror in progress', () => {
    const featureOf = (path: string): string | undefined => /^features\/(\w+)\//.exec(path)?.[1];
    const strayed = code.flatMap((source) =>
      valueImports(source).flatMap(([, from]) => {
        const [own, target] = [source.path, normalize(join(dirname(source.path), from))].map(featureOf);
        if (target === undefined || target === own || source.path.startsWith('app/')) return [];
        // The survey and the persona both show a mirror while it is made.
        return target === 'making' ? [] : [`${source.path} imports ${from}`];
      }),
    );
    expect(strayed).toEqual([]);
  });

  it('has no folder of more than 25 files', () => {
    const counts = Map.groupBy(code, ({ path }) => dirname(path));
    expect([...counts].filter(([, files]) => files.length > 25).map(([folder]) => folder)).toEqual([]);
  });

  it('keeps each thing that stays on the device under a key of its own, in one place', () => {
    const keys = code.flatMap(({ path, text }) =>
      [...text.matchAll(/['"`](mirai\.[\w.]+)/g)].map(([, key]) => `${key} in ${path}`),
    );
    const twice = keys.filter((one, at) =>
      keys.some((other, j) => j !== at && other.split(' ')[0] === one.split(' ')[0] && other !== one),
    );
    expect(twice).toEqual([]);
  });

  it('touches what the browser keeps in device/ alone: where that is blocked, to look at it throws', () => {
    const keeps = code.filter(({ text }) => /\b(?:local|session)Storage\b(?! )/.test(text));
    expect(new Set(keeps.map(roomOf))).toEqual(new Set(['device']));
  });

  it('takes its colours from the tokens', () => {
    const coloured = webSources.filter(({ path, text }) => {
      const styles = path.endsWith('.css') ? text : [...text.matchAll(/<style[\s\S]*?<\/style>/g)].join('\n');
      return path !== 'styles/tokens.css' && /#[0-9a-f]{3,8}\b(?!\w*\s*\{)/i.test(styles);
    });
    expect(paths(coloured)).toEqual([]);
  });

  it('links to no other site but the messengers that a person may choose', () => {
    const known =
      /^https?:\/\/(?:www\.w3\.org|line\.me|wa\.me|t\.me|(?:www\.)?(?:x|twitter)\.com|findahelpline\.com)\b/;
    const addresses = code.flatMap(({ path, text }) =>
      [...text.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => ({ path, address })),
    );
    expect(addresses.filter(({ address }) => !known.test(address))).toEqual([]);
  });
});
