/**
 * The listeners of a window, which modules of the web app register when they load. Node has no window, so here
 * they are never called. A setup file: a worker loads each module once, for whichever test needs it first.
 */
globalThis.addEventListener ??= () => undefined;
globalThis.removeEventListener ??= () => undefined;
