/**
 * The oldest browsers that the app supports (docs/operations.md). Samsung Internet 22, Edge and the in-app browsers
 * of Android have Chrome's engine; all browsers of an iPhone have Safari's.
 */
export const supportedBrowsers = ['chrome111', 'edge111', 'firefox115', 'safari16.4'] as const;
