import { escapeHtml } from '@paidonce/shared/escape-html'
import type { Letter } from '../letter.ts'
import { layout } from './layout.ts'
import { clock } from './list-page.ts'

/** One letter: as HTML in a closed frame (first, when it has any), or as text with `view` "text". */
export function letterPage(letter: Letter, view: string): string {
  const { id, from, to, subject, date, messageId, text, html } = letter
  const asText = view === 'text' || html === ''
  const shown = asText
    ? `<pre class="paper text">${escapeHtml(text || '(this letter has no text)')}</pre>`
    : `<iframe class="paper" title="The letter" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/letters/${id}/html"></iframe>`
  const heading = escapeHtml(subject || '(no subject)')
  return layout({
    title: subject || '(no subject)',
    main: `<main class="letter">
<header><a class="back" href="/">← Letters</a></header>
<h1>${heading}</h1>
<dl>
<dt>To</dt><dd>${escapeHtml(to.join(', '))}</dd>
<dt>From</dt><dd>${escapeHtml(from)}</dd>
<dt>Caught</dt><dd><time datetime="${date}">${date.slice(0, 10)} ${clock(date)}</time></dd>
<dt>Message-ID</dt><dd><code>${escapeHtml(messageId)}</code></dd>
</dl>
<nav>${tab({ name: 'HTML', href: `/letters/${id}`, isHere: !asText, isThere: html !== '' })}${tab({ name: 'Text', href: `/letters/${id}?view=text`, isHere: asText, isThere: true })}</nav>
${shown}
</main>`
  })
}

type Tab = Readonly<{ name: string; href: string; isHere: boolean; isThere: boolean }>

function tab({ name, href, isHere, isThere }: Tab): string {
  if (!isThere) return `<span class="none" title="This letter has none">${name}</span>`
  return `<a href="${href}"${isHere ? ' aria-current="page"' : ''}>${name}</a>`
}
