import { escapeHtml } from '@paidonce/shared/escape-html'
import type { Letter } from '../letter.ts'
import { layout } from './layout.ts'

/** All letters, the newest first. */
export function listPage(letters: readonly Letter[]): string {
  const newestFirst = [...letters].reverse()
  const state = escapeHtml(`${letters.length} ${newestFirst[0]?.id ?? ''}`)
  const body = letters.length === 0 ? nothing : `<ol class="list">${newestFirst.map(row).join('')}</ol>`
  const clear = letters.length === 0 ? '' : '<button id="clear" type="button">Empty the box</button>'
  return layout({
    title: letters.length === 0 ? 'Letters' : `(${letters.length}) Letters`,
    main: `<main data-state="${state}">
<header><h1>Letters</h1><span class="count">${letters.length}</span><span class="fill"></span>${clear}</header>
${body}
</main>`
  })
}

const nothing = `<div class="nothing"><p>No letter yet.</p>
<p>Every mail that is sent here stays here. This page shows it as soon as it comes.</p></div>`

function row({ id, to, subject, date, text }: Letter): string {
  return `<li><a href="/letters/${id}">
<span class="to">${escapeHtml(to.join(', '))}</span>
<time datetime="${date}">${clock(date)}</time>
<span class="subject">${escapeHtml(subject || '(no subject)')}</span>
<span class="preview">${escapeHtml(preview(text))}</span>
</a></li>`
}

const preview = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 160)

/** Time of day here, as the sender's clock is not to be trusted and UTC not to be read. */
export function clock(date: string): string {
  return new Date(date).toTimeString().slice(0, 8)
}
