import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../src/http/escapeHtml.js';
import type { Language } from '../../../src/http/request.js';
import type { Authorization } from './readAuthorization.js';
import { demoWords } from './words.js';

/** In both themes, every text colour has a contrast of at least 4.5 to 1. */
const demoStyle = `
:root { color-scheme: light dark; --ground: #f7f3f6; --card: #fff; --ink: #1d1928; --soft: #5a5368; --line: #cfc6d4; --accent: #6a3fa0; --on-accent: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #15131f; --card: #201d2d; --ink: #f2eef8; --soft: #b9b0cb; --line: #454059; --accent: #c9a8f5; --on-accent: #1d1928; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; place-items: center; padding: 1.5rem 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Hiragino Sans', 'Noto Sans JP', sans-serif; }
main { width: 100%; max-width: 26rem; padding: 1.75rem 1.5rem; border: 1px solid var(--line); border-radius: 1.25rem; background: var(--card); }
.label { display: inline-block; margin: 0; padding: .1rem .7rem; border-radius: 1rem; background: var(--accent); color: var(--on-accent); font-size: .85rem; font-weight: 600; }
h1 { margin: .9rem 0 .4rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.75rem 0 .5rem; font-size: 1.05rem; }
:lang(ko) { word-break: keep-all; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
.soft, small { color: var(--soft); font-size: .9rem; }
ul { margin: 0; padding: 0; list-style: none; }
li + li { margin-top: .5rem; }
.account { display: flex; align-items: center; gap: .85rem; min-height: 3.75rem; padding: .5rem .85rem; border: 1px solid var(--line); border-radius: .9rem; color: inherit; text-decoration: none; }
.account:hover { border-color: var(--accent); }
.account > span:last-child { min-width: 0; overflow-wrap: anywhere; }
.account small { display: block; }
.face { flex: none; display: grid; place-items: center; width: 2.5rem; height: 2.5rem; border-radius: 50%; background: var(--accent); color: var(--on-accent); font-weight: 600; }
form { display: grid; gap: .35rem; }
label { font-size: .9rem; font-weight: 600; }
input { width: 100%; min-height: 2.75rem; margin-bottom: .5rem; padding: .4rem .75rem; border: 1px solid var(--soft); border-radius: .6rem; background: transparent; color: inherit; font: inherit; }
button { min-height: 2.9rem; margin-top: .35rem; padding: .4rem 1.25rem; border: 0; border-radius: .9rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
.cancel { display: inline-block; margin-top: 1.25rem; padding: .5rem 0; color: var(--accent); }
.wrong { color: var(--ink); border-left: .25rem solid var(--accent); padding-left: .75rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** The content security policy source that allows this style and no other. */
export const demoStyleSource = `'sha256-${createHash('sha256').update(demoStyle).digest('base64')}'`;

/** The target of the account links and the form. */
export const ACCOUNT_PATH = '/demo/google/account';

/** Form input that was rejected. */
interface Typed {
  name: string;
  email: string;
}

const page = (language: Language, main: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${demoWords[language].title}</title>
<style>${demoStyle}</style>
</head>
<body>
<main>
<p class="label">${demoWords[language].label}</p>
${main}
</main>
</body>
</html>
`;

/** The redirect address for the app. The answer is in the fragment, which browsers do not send to servers. */
export function redirectAddress(
  { redirect_uri, state }: Authorization,
  answer: Record<string, string>,
): string {
  const fragment = new URLSearchParams({ ...answer, ...(state === undefined ? {} : { state }) });
  return `${redirect_uri}#${fragment.toString()}`;
}

/** The page to choose an account. @param typed the rejected form input, if any */
export function choicePage(language: Language, authorization: Authorization, typed?: Typed): string {
  const words = demoWords[language];
  const asked: Record<string, string> = { ...authorization, hl: language };
  const accounts = words.accounts.map(({ email, name }) => {
    const address = `${ACCOUNT_PATH}?${new URLSearchParams({ ...asked, email, name }).toString()}`;
    return `<li><a class="account" href="${escapeHtml(address)}"><span class="face" aria-hidden="true">${[...name][0] ?? ''}</span><span>${name}<small>${email}</small></span></a></li>`;
  });
  const hidden = Object.entries(asked).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  const wrong = typed === undefined ? '' : `<p class="wrong" id="wrong" role="alert">${words.badPerson}</p>`;
  const invalid = typed === undefined ? '' : ' aria-invalid="true" aria-describedby="wrong"';
  return page(
    language,
    `<h1>${words.choose}</h1>
<p class="soft">${words.notice}</p>
<ul>
${accounts.join('\n')}
</ul>
<h2>${words.another}</h2>
${wrong}
<form action="${ACCOUNT_PATH}" method="get">
${hidden.join('\n')}
<label for="name">${words.name}</label>
<input id="name" name="name" required maxlength="100" autocomplete="name" value="${escapeHtml(typed?.name ?? '')}"${invalid}>
<label for="email">${words.email}</label>
<input id="email" name="email" type="email" maxlength="254" autocomplete="email" value="${escapeHtml(typed?.email ?? '')}" aria-describedby="hint">
<small id="hint">${words.emailHint}</small>
<button type="submit">${words.go}</button>
</form>
<a class="cancel" href="${escapeHtml(redirectAddress(authorization, { error: 'access_denied' }))}">${words.cancel}</a>`,
  );
}

/** Says which parameter of a request is invalid, and links nowhere. @param wrong the name of the parameter */
export const refusedPage = (language: Language, wrong: string): string =>
  page(
    language,
    `<h1>${demoWords[language].refused}</h1>
<p class="soft">${demoWords[language].notice}</p>
<p>${demoWords[language].because} <code>${escapeHtml(wrong)}</code></p>`,
  );
