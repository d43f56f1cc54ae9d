import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeHtml } from '../escapeHtml.js';
import type { Language } from '../request.js';
import type { FirstFiles } from './pageFiles.js';
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
  /** Address of the picture that most of the screen consists of, which the browser would find late. */
  picture?: string;
  files: FirstFiles;
  /** As web/src/api/pageData.ts describes it. */
  data: object;
}

/** A page, and the hashes by which its policy allows the style and the script inside it. */
export interface FilledHtml {
  html: string;
  inline: { style: string; script: string } | null;
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

  return async function fill(head: PageHead, first?: FirstView): Promise<FilledHtml> {
    const at = (await stat(path)).mtimeMs;
    if (cached?.at !== at) cached = { at, html: withoutHead(await readFile(path, 'utf8')) };
    const { html } = cached;
    // Functions, because a plain replacement would expand `$&` and similar patterns in a name.
    const filled = html
      .replace(LANGUAGE, () => `<html lang="${head.language}">`)
      .replace(TITLE, () => headHtml(head));
    if (first === undefined) return { html: filled, inline: null };
    const { css, beforeApp } = first.files;
    return {
      html: filled
        .replace(FILES, '')
        .replace('</head>', () => `${pictureHtml(first.picture)}${filesHtml(first.files)}</head>`)
        .replace(PLACEHOLDER, () => `<div id="app">${first.html}</div>\n    ${dataBlock(first.data)}`),
      inline: { style: sourceHash(css), script: sourceHash(beforeApp) },
    };
  };
}

const LANGUAGE = /<html lang="[^"]*">/;
const TITLE = /<title>[^<]*<\/title>/;
const DESCRIPTION = /<meta\s+name="description"[^>]*>\s*/;
/** It has no inner div. */
const PLACEHOLDER = /<div id="app">[\s\S]*?<\/div>/;
/** The scripts and style sheets that the build's page names. */
const FILES = /<script[^>]* src="[^"]*"><\/script>\s*|<link rel="stylesheet"[^>]*>\s*/g;

/** A source of a Content Security Policy. @see https://www.w3.org/TR/CSP3/#match-element-to-source-list */
const sourceHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The page's styles are in the page, so that it is painted as soon as it has arrived. Disabled links tell the app
 * that these style sheets are there. Everything else is loaded after the paint, because a phone's network is slow.
 */
const filesHtml = ({ css, beforeApp, styles, font, scripts, soon }: FirstFiles): string =>
  [
    `<style>${css}</style>`,
    ...styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}" disabled>`),
    `<script data-font="/${font}" data-scripts="${paths(scripts)}" data-soon="${paths(soon)}">${beforeApp}</script>`,
  ].join('');

const pictureHtml = (address?: string): string =>
  address === undefined
    ? ''
    : `<link rel="preload" as="image" fetchpriority="high" href="${escapeHtml(address)}">`;

const paths = (files: string[]): string => files.map((file) => `/${file}`).join(' ');

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
