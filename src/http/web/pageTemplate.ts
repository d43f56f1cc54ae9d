import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeHtml } from '../escapeHtml.js';
import type { Language } from '../request.js';
import { pageWordings } from './pageWording.js';

/** What search engines and messengers read of a page. Plain text, escaped here. */
export interface PageHead {
  language: Language;
  title: string;
  description: string;
  /** The page's own address, absolute. */
  url: string;
  /** 1200 × 630 pixels. Absolute address. */
  image: { url: string; alt: string };
  /** Whether search engines may list the page. */
  isIndexable: boolean;
}

/** What a page shows before the app starts, and what the app starts from. */
export interface FirstView {
  html: string;
  /** Paths of style sheets inside the build. */
  styles: string[];
  /** As web/src/api/pageData.ts describes it. */
  data: object;
}

/**
 * Reads the page that the build wrote, again after each build.
 * @param folder folder of the web app
 * @returns fills the page with a head and, until the app starts, with a first screen; the title and description of
 *   the build and its placeholder give way
 */
export function createPageTemplate(folder: string) {
  const path = join(folder, 'index.html');
  let cached: { at: number; html: string } | undefined;

  return async function fill(head: PageHead, first?: FirstView): Promise<string> {
    const at = (await stat(path)).mtimeMs;
    if (cached?.at !== at) cached = { at, html: withoutHead(await readFile(path, 'utf8')) };
    const { html } = cached;
    // Functions, because a plain replacement would expand `$&` and similar patterns in a name.
    const filled = html
      .replace(LANGUAGE, () => `<html lang="${head.language}">`)
      .replace(TITLE, () => headHtml(head));
    if (first === undefined) return filled;
    return filled
      .replace('</head>', () => `${first.styles.map(styleLink).join('')}</head>`)
      .replace(PLACEHOLDER, () => `<div id="app">${first.html}</div>\n    ${dataBlock(first.data)}`);
  };
}

const LANGUAGE = /<html lang="[^"]*">/;
const TITLE = /<title>[^<]*<\/title>/;
const DESCRIPTION = /<meta\s+name="description"[^>]*>\s*/;
/** It has no inner div. */
const PLACEHOLDER = /<div id="app">[\s\S]*?<\/div>/;

const styleLink = (file: string): string => `<link rel="stylesheet" crossorigin href="/${file}">`;

/** A block of data is no script to a browser, so the policy of the page allows it. */
const dataBlock = (data: object): string =>
  `<script type="application/json" id="page-data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

const withoutHead = (html: string): string => html.replace(DESCRIPTION, '');

function headHtml({ language, title, description, url, image, isIndexable }: PageHead): string {
  const property = (name: string, content: string): string =>
    `<meta property="${name}" content="${escapeHtml(content)}">`;
  const named = (name: string, content: string): string =>
    `<meta name="${name}" content="${escapeHtml(content)}">`;
  return [
    `<title>${escapeHtml(title)} · Re:MirAI</title>`,
    named('description', description),
    `<link rel="canonical" href="${escapeHtml(url)}">`,
    ...(isIndexable ? [] : [named('robots', 'noindex')]),
    property('og:site_name', 'Re:MirAI'),
    property('og:type', 'website'),
    property('og:locale', pageWordings[language].locale),
    property('og:title', title),
    property('og:description', description),
    property('og:url', url),
    property('og:image', image.url),
    property('og:image:type', 'image/png'),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', image.alt),
    named('twitter:card', 'summary_large_image'),
    named('twitter:title', title),
    named('twitter:description', description),
    named('twitter:image', image.url),
    named('twitter:image:alt', image.alt),
  ].join('\n    ');
}

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name for use inside a sentence of plain text: on one line, without characters that change the direction of
 * the text around it, and isolated if it is written from right to left.
 */
export function isolatedName(name: string): string {
  const plain = name
    .replace(/[\p{Bidi_Control}\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}
