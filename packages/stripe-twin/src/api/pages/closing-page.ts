import { escapeHtml } from '@paidonce/shared/escape-html'
import { layout } from './layout.ts'

type Closing = Readonly<{ title: string; text: string; href?: string | null | undefined }>

/** A page with nothing left to do on it but to go back to the shop. */
export function closingPage({ title, text, href }: Closing): string {
  const link = href ? `<a class="button first" href="${escapeHtml(href)}">Back to the shop</a>` : ''
  return layout({
    title,
    main: `<main class="alone"><div class="sheet"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${link}</div></main>`
  })
}
