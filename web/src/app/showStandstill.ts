/** Nobody's language is known while words may be what is missing. */
const SAID = {
  en: ['Part of Re:MirAI didn’t load.', 'Reload'],
  ko: ['Re:MirAI의 일부를 불러오지 못했어요.', '다시 불러오기'],
  ja: ['Re:MirAIの一部を読み込めませんでした。', '再読み込み'],
};

function line(lang: string, [text = '', again = '']: string[]): HTMLElement {
  const link = Object.assign(document.createElement('a'), { href: location.pathname, textContent: again });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    // With all that stands behind the #, which a link would only jump to.
    location.reload();
  });
  const said = Object.assign(document.createElement('p'), { lang });
  said.append(text, ' ', link);
  return said;
}

/** Says where the app would stand that it could not begin, and begins again when the network is back. */
export function showStandstill(place: Element): void {
  const said = Object.assign(document.createElement('div'), { className: 'before-app', role: 'alert' });
  said.append(...Object.entries(SAID).map(([lang, words]) => line(lang, words)));
  place.append(said);
  addEventListener('online', () => location.reload(), { once: true });
}
