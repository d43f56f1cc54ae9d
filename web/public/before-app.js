// Runs before the first paint, in the syntax of the oldest browsers: what follows may be all that they can run.
// The server writes it into the pages whose first screen it renders, with the names of the app's files.
(function () {
  // The page does not flash in the wrong theme.
  try {
    var theme = localStorage.getItem('mirai.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (error) {
    // Storage is blocked: the page uses the system theme.
  }

  // The first screen can be read without the app, which therefore starts at the visitor's first sign.
  var files = document.currentScript && document.currentScript.dataset;
  var signs = ['mousemove', 'click', 'keydown', 'focusin', 'change', 'scroll', 'storage'];
  function add(tag, attributes) {
    var element = document.createElement(tag);
    element.setAttribute('crossorigin', '');
    for (var name in attributes) element.setAttribute(name, attributes[name]);
    document.head.appendChild(element);
  }
  // What the visitor did is answered and painted first. A hidden page is not painted.
  function afterPaint(run) {
    var isDone = false;
    function once() {
      if (!isDone) run();
      isDone = true;
    }
    if (!document.hidden)
      requestAnimationFrame(function () {
        setTimeout(once);
      });
    setTimeout(once, document.hidden ? 0 : 1000);
  }
  function load() {
    if (!files) return;
    files.scripts.split(' ').forEach(function (file, at) {
      if (at === 0) add('script', { type: 'module', src: file });
      else add('link', { rel: 'modulepreload', href: file });
    });
    files = null;
  }
  function start() {
    signs.forEach(function (sign) {
      removeEventListener(sign, start, true);
    });
    afterPaint(load);
  }
  // In every language, because the language to show may be known to the app only.
  var failures = {
    en: ['Part of Re:MirAI didn’t load.', 'Reload'],
    ko: ['Re:MirAI의 일부를 불러오지 못했어요.', '다시 불러오기'],
    ja: ['Re:MirAIの一部を読み込めませんでした。', '再読み込み'],
  };
  function reload() {
    location.reload();
  }
  function isRunning() {
    return document.querySelector('#app[data-v-app]') !== null;
  }
  // Shows that the app could not start, and reloads when the network is back.
  function showFailure() {
    if (isRunning() || document.querySelector('.page-alert')) return;
    document.querySelectorAll('button.busy').forEach(function (button) {
      button.classList.remove('busy');
    });
    removeEventListener('click', press, true);
    for (var lang in failures) {
      var button = document.createElement('button');
      button.textContent = failures[lang][1];
      button.addEventListener('click', reload);
      addAlert(lang, failures[lang][0] + ' ').appendChild(button);
    }
    addEventListener('online', reload);
  }
  function addAlert(lang, text) {
    var alert = document.createElement('p');
    alert.className = 'page-alert';
    alert.lang = lang;
    alert.setAttribute('role', 'alert');
    alert.appendChild(document.createTextNode(text));
    return document.body.insertBefore(alert, document.getElementById('app'));
  }
  addEventListener(
    'error',
    function (event) {
      if (event.target.tagName === 'SCRIPT' && event.target.type === 'module') showFailure();
    },
    true,
  );
  addEventListener('startfailed', showFailure);
  // Going away can cancel the load, and the browser's back button shows this page as it was.
  addEventListener('pageshow', function (event) {
    if (event.persisted && !files && !isRunning()) reload();
  });
  // Shows at once that a button was pressed. The app presses it again when it has started.
  function press(event) {
    var pressed = event.target.closest('#app:not([data-v-app]) :is(button, a[href^="#"])');
    if (pressed) pressed.classList.add('busy');
  }
  // Whether the app would show this visitor something else: a begun answer, an account, a chosen language …
  function isAwaited() {
    if (location.hash || history.state || /[?&]next=/.test(location.search)) return true;
    try {
      return /(?:^|,)mirai\.(?!theme)/.test(Object.keys(localStorage));
    } catch (error) {
      return false;
    }
  }
  // The files are there when most visitors' first sign comes. Picture and fonts come first.
  function fetchAhead() {
    if (!files || (navigator.connection && navigator.connection.saveData)) return;
    (files.scripts + ' ' + files.soon)
      .trim()
      .split(' ')
      .forEach(function (file) {
        fetch(file, { priority: 'low' }).catch(function () {});
      });
  }
  if (files && files.scripts)
    document.addEventListener('DOMContentLoaded', function () {
      var font = files.font;
      afterPaint(function () {
        add('link', { rel: 'stylesheet', href: font });
      });
      addEventListener('click', press, true);
      if (isAwaited()) return start();
      signs.forEach(function (sign) {
        addEventListener(sign, start, true);
      });
      // Part of the page that only the app can fill.
      var gap = document.querySelector('[data-gap]');
      if (gap)
        new IntersectionObserver(function (seen) {
          if (seen[0].isIntersecting) start();
        }).observe(gap);
      addEventListener('load', function () {
        setTimeout(fetchAhead, 1500);
      });
    });

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
    var reader = (navigator.language || 'en').slice(0, 2);
    var lang = texts[reader] ? reader : 'en';
    addAlert(lang, texts[lang] + ' ' + location.href);
  });
})();
