/** What the browser may load: nothing but what comes from here. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d3b4f"/><path d="M8 20a8 8 0 1 1 8 4" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="10" cy="24" r="2.4" fill="#7fd3b8"/></svg>`

/** The page before its program has run; nothing is painted until that has chosen light or dark. */
export function pageDocument(teamName: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${teamName.replace(/[&<>]/g, '')} · Rondo's playground</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<link rel="stylesheet" href="/page/index.css">
<script type="module" src="/page/main.js" blocking="render"></script>
<body><div id="app"></div>
<noscript>This page is a program: please allow JavaScript for it.</noscript>
</html>
`
}
