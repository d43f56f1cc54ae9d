/** In every language: the messages, and so the language to show, may be what failed to load. */
const TEXTS = {
  en: ['Part of Re:MirAI didn’t load.', 'Reload'],
  ko: ['Re:MirAI의 일부를 불러오지 못했어요.', '다시 불러오기'],
  ja: ['Re:MirAIの一部を読み込めませんでした。', '再読み込み'],
};

function line(lang: string, [text = '', again = '']: string[]): HTMLElement {
  const link = Object.assign(document.createElement('a'), { href: location.pathname, textContent: again });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    // A link would only jump to the fragment of the address.
    location.reload();
  });
  const paragraph = Object.assign(document.createElement('p'), { lang });
  paragraph.append(text, ' ', link);
  return paragraph;
}

/** Shows, in place of the app, that it could not start, and reloads when the network is back. */
export function showStartFailure(place: Element): void {
  const alert = Object.assign(document.createElement('div'), { className: 'before-app', role: 'alert' });
  alert.append(...Object.entries(TEXTS).map(([lang, words]) => line(lang, words)));
  place.append(alert);
  addEventListener('online', () => location.reload(), { once: true });
}
