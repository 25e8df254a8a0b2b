import { escapeHtml } from '@paidonce/shared/escape-html'
import { style } from './style.ts'

/** A whole page around `main`, which must be safe HTML; the title is any text. */
export const layout = ({ title, main }: Readonly<{ title: string; main: string }>): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div class="note">A stand-in for Stripe’s checkout, on your own machine. No money moves.</div>
${main}
</body>
</html>
`
