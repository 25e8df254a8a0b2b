import { escapeHtml } from '@paidonce/shared/escape-html'

type Page = Readonly<{
  lang: string
  title: string
  /** Each plain text; a line break within one is kept. */
  before: readonly string[]
  link: Readonly<{ label: string; url: string }> | null
  after: readonly string[]
}>

const FONT =
  "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5"

/**
 * A mail of one column. Everything in `page` is escaped here and only here. Text and ground have no colour of their
 * own, so a mail program in dark mode shows its own light on dark.
 */
export const htmlPage = ({ lang, title, before, link, after }: Page): string => `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="padding:32px 20px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td align="left" style="${FONT};overflow-wrap:anywhere;word-break:break-word">
${[...before.map(paragraph), ...(link === null ? [] : [button(link)]), ...after.map(paragraph)].join('\n')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`

const paragraph = (text: string): string =>
  `<p style="margin:0 0 16px">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`

// The colour is on the cell too, for mail programs that draw no padding around a link.
const button = ({ label, url }: NonNullable<Page['link']>): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px">
<tr><td bgcolor="#1d4ed8" style="background-color:#1d4ed8;border-radius:6px">
<a href="${escapeHtml(url)}" style="${FONT};display:inline-block;padding:12px 24px;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(label)}</a>
</td></tr>
</table>`
