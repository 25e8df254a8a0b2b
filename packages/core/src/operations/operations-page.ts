import { escapeHtml } from '@paidonce/shared/escape-html'
import type { OperationsMail } from './operations-mail.ts'
import type { Detail, Example, Section } from './sections.ts'

const FONT = 'font-family:system-ui,-apple-system,&quot;Segoe UI&quot;,Roboto,Arial,sans-serif'
const BREAKS = 'overflow-wrap:anywhere;word-break:break-word'

const HEAD = `
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>
:root { color-scheme: light dark }
@media (prefers-color-scheme: dark) {
  .page { background: #16181d !important; color: #e6e8ec !important }
  .card { background: #1f2229 !important; border-color: #353a45 !important }
  .soft { color: #a2a9b6 !important }
  .link { color: #9db8ff !important }
  .line { border-color: #353a45 !important }
  .code { background: #16181d !important; color: #e6e8ec !important }
}
</style>`

/** The mail as HTML for mail programs: one column, no pictures, readable without its style sheet. Every text is escaped here. */
export const operationsPage = ({ title, sections, hints }: OperationsMail): string => `<!doctype html>
<html lang="en"><head><title>${escapeHtml(title)}</title>${HEAD}
</head><body class="page" style="margin:0;background:#f3f4f6;color:#1a1d23;${FONT};font-size:16px;line-height:1.5;-webkit-text-size-adjust:100%">
<div style="max-width:640px;margin:0 auto;padding:20px 12px">
<h1 style="margin:0 4px 16px;font-size:18px;line-height:1.35;${BREAKS}">${escapeHtml(title)}</h1>
${sections.map(card).join('\n')}
<div class="soft" style="margin:0 4px;font-size:13px;color:#5b6270;${BREAKS}">${hints.map(hint => `<p style="margin:0 0 6px">${escapeHtml(hint)}</p>`).join('')}</div>
</div></body></html>
`

const card = ({ title, advice, examples, more, commands }: Section): string => `
<div class="card" style="margin:0 0 16px;padding:16px;background:#ffffff;border:1px solid #dfe2e8;border-radius:8px">
<h2 style="margin:0 0 4px;font-size:20px;line-height:1.3">${escapeHtml(title)}</h2>
<p style="margin:0 0 12px">${escapeHtml(advice)}</p>
${examples.map(row).join('')}${more === 0 ? '' : `<p class="soft line" style="${LINE};color:#5b6270">and ${more.toLocaleString('en')} more</p>`}
${commands.map(command).join('')}</div>`

const LINE = 'margin:0;padding:8px 0;border-top:1px solid #e8eaee'

const row = ({ title, details }: Example): string =>
  `<div class="line" style="${LINE};${BREAKS}"><b>${escapeHtml(title)}</b><br><span class="soft" style="font-size:14px;color:#5b6270">${details.map(detailPart).join(' · ')}</span></div>
`

// In a piece of its own, which is broken only where it is longer than a line.
const detailPart = ({ text, page }: Detail): string =>
  `<span style="display:inline-block;max-width:100%">${page === null ? escapeHtml(text) : `<a class="link" href="${escapeHtml(page)}" style="color:#1d4ed8">${escapeHtml(text)}</a>`}</span>`

const command = (text: string): string =>
  `<pre class="code" style="margin:8px 0 0;padding:10px 12px;background:#f3f4f6;border-radius:6px;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;line-height:1.45;white-space:pre-wrap;${BREAKS}">${escapeHtml(text)}</pre>`
