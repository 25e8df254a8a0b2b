import { escapeHtml } from '@paidonce/shared/escape-html'
import { script } from './script.ts'
import { style } from './style.ts'

/** A whole page around `main`, which must be safe HTML; the title is any text. */
export function layout({ title, main }: Readonly<{ title: string; main: string }>): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ctext y='13' font-size='13'%3E✉%3C/text%3E%3C/svg%3E">
<style>${style}</style>
</head>
<body>
${main}
<script>${script}</script>
</body>
</html>
`
}
