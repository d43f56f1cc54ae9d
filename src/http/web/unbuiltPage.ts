/** The page shown instead of the web app until the app is built. */
export const unbuiltPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Re:MirAI</title>
<main>
<h1>Re:MirAI</h1>
<p>The API is running. The web app is not built yet: run <code>npm run build:web</code>, and load this page again.</p>
<ul>
<li><a href="/graphql">Playground</a></li>
<li><a href="/readyz">Readiness</a></li>
<li><a href="/healthz">Health</a></li>
</ul>
</main>
</html>
`;
