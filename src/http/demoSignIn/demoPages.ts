import { escapeHtml } from '../escapeHtml.js';
import type { Authorization } from './readAuthorization.js';
import { demoStyle } from './demoStyle.js';
import type { Language } from '../acceptedLanguage.js';
import { demoWords } from './demoWords.js';

/** The target of the account links and the form. */
export const ACCOUNT_PATH = '/demo/google/account';

/** Form input that was rejected. */
export interface Typed {
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
