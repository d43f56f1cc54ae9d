// Runs before the first paint, in the syntax of the oldest browsers: what follows may be all that they can run.
(function () {
  // The page does not flash in the wrong theme.
  try {
    var theme = localStorage.getItem('mirai.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (error) {
    // Storage is blocked: the page uses the system theme.
  }

  // What the oldest supported browsers have (web/build/supportedBrowsers.ts), and older ones do not.
  function isSupported() {
    try {
      new RegExp('(?<=a)b'); // Safari 16.4
      return (
        typeof Array.prototype.toSorted === 'function' && // Firefox 115
        CSS.supports('color', 'oklch(0.5 0.1 300)') // Chrome 111
      );
    } catch (error) {
      return false;
    }
  }
  var texts = {
    en: 'This browser is too old for Re:MirAI. Please update it, or open this address in a current Chrome, Safari or Firefox:',
    ko: '이 브라우저는 버전이 낮아 Re:MirAI를 제대로 볼 수 없어요. 업데이트하거나, 최신 Chrome, Safari, Firefox에서 이 주소를 열어 주세요.',
    ja: 'このブラウザはバージョンが古いため、Re:MirAIを正しく表示できません。更新するか、最新のChrome、Safari、Firefoxでこのアドレスを開いてください。',
  };
  if (isSupported()) return;
  document.addEventListener('DOMContentLoaded', function () {
    var lang = (navigator.language || 'en').slice(0, 2);
    var note = document.createElement('p');
    note.className = 'old-browser';
    note.lang = texts[lang] ? lang : 'en';
    note.setAttribute('role', 'alert');
    note.appendChild(document.createTextNode(texts[note.lang] + ' ' + location.href));
    document.body.insertBefore(note, document.body.firstChild);
  });
})();
