// Before the first paint, so that nobody who chose a theme sees the other one flash.
try {
  const theme = localStorage.getItem('mirai.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows its system.
}
