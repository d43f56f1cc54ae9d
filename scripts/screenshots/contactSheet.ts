/** One page with all pictures, scene by scene. @param scenes the picture files by scene name */
export function contactSheet(scenes: ReadonlyMap<string, readonly string[]>): string {
  const rows = [...scenes].map(
    ([name, files]) =>
      `<section><h2>${name}</h2><div>${files
        .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`)
        .join('')}</div></section>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Re:MirAI: every page and state</title>
<style>
body { margin: 2rem; background: #808080; font: 1rem/1.4 system-ui, sans-serif; }
div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
img { height: 24rem; max-width: 40rem; object-fit: cover; object-position: top; border-radius: 0.5rem; }
</style>
<h1>Re:MirAI: every page and state</h1>
${rows.join('\n')}
</html>
`;
}
