import { escapeHtml } from './escape-html.ts'
import { style } from './style.ts'

type Page = Readonly<{
  title: string
  /** Safe HTML. */
  main: string
  /** After so many seconds the page loads itself again. */
  refreshS?: number | undefined
}>

/** A whole page. */
export function layout({ title, main, refreshS }: Page): string {
  const refresh = refreshS === undefined ? '' : `<meta http-equiv="refresh" content="${refreshS}">\n`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refresh}<title>${escapeHtml(title)} · Leaf &amp; Bean</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header><a href="/">Leaf &amp; Bean</a><p>A small example shop. It ships nothing.</p></header>
<main>${main}</main>
</body>
</html>
`
}
