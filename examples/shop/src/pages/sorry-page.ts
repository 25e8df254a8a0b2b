import { escapeHtml } from './escape-html.ts'
import { layout } from './layout.ts'

type Sorry = Readonly<{ title: string; text: string; again?: Readonly<Record<string, unknown>> }>

/** Something did not work. With `again`, a button sends the same form once more. */
export function sorryPage({ title, text, again }: Sorry): string {
  return layout({
    title,
    main: `<div class="sheet">
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${again === undefined ? '<a class="button" href="/">To the shop</a>' : retryForm(again)}
</div>`
  })
}

function retryForm(fields: Readonly<Record<string, unknown>>): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(String(value))}">`
  )
  return `<form method="post" action="/buy">${hidden.join('')}<button>Try again</button></form>`
}
