import { createHash } from 'node:crypto';

/** In both themes, every text colour has a contrast of at least 4.5 to 1. */
export const demoStyle = `
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
