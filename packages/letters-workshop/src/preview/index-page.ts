import { escapeHtml } from '@paidonce/shared/escape-html'
import type { Case } from './cases.ts'
import { INDEX_STYLE } from './index-style.ts'
import { pictureOf, type Shot } from './take-pictures.ts'
import { asSeen, type View } from './views.ts'

type Options = Readonly<{ hasPictures: boolean }>

/** The page that shows all letters. A shot is a frame of the letter itself, with a link to its picture if there are pictures. */
export function indexPage(shots: readonly Shot[], options: Options): string {
  const cases = [...new Set(shots.map(shot => shot.case))]
  const groups = [...new Set(cases.map(groupOf))]
  const entry = ({ name, what }: Case) => `<li><a href="#${name}">${escapeHtml(what)}</a></li>`
  const entries = groups.map(group => {
    const own = cases.filter(one => groupOf(one) === group)
    return `<h2>${escapeHtml(group)}</h2><ul>${own.map(entry).join('')}</ul>`
  })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Letters</title>
<style>${INDEX_STYLE}</style>
</head>
<body>
<nav><h1>Letters</h1>${entries.join('')}</nav>
<main>${cases.map(one => section(one, shots, options)).join('\n')}</main>
</body>
</html>
`
}

/** Letters that differ only in their values. */
const groupOf = ({ kind, language }: Case) => `${kind.replaceAll('_', ' ')}, ${language}`

function section(one: Case, shots: readonly Shot[], options: Options): string {
  const { subject, preheader, text } = one.letter
  const [first, ...rest] = shots.filter(shot => shot.case === one).map(shot => frame(shot, options))
  const plain = `<figure><figcaption>Plain text</figcaption><pre dir="auto">${escapeHtml(text)}</pre></figure>`
  return `<section id="${one.name}">
<h2>${escapeHtml(groupOf(one))} <span>${escapeHtml(one.what)}</span></h2>
<p class="inbox" dir="auto"><b>${escapeHtml(subject)}</b> <span>${escapeHtml(preheader)}</span></p>
<div class="row">
${[first, plain, ...rest].join('\n')}
</div>
</section>`
}

function frame(shot: Shot, { hasPictures }: Options): string {
  const { view, case: one } = shot
  const caption = escapeHtml(view.what)
  const picture = pictureOf(shot)
  const show = (words: string, content: string) =>
    `<figure><figcaption>${words}</figcaption>${content}</figure>`
  // What only the browser's start decides cannot be shown in a frame; its picture can.
  if (view.isForced && !hasPictures) return ''
  if (view.isForced)
    return show(caption, `<img src="${picture}" alt="" width="${view.width}" loading="lazy">`)
  return show(hasPictures ? `${caption} <a href="${picture}">picture</a>` : caption, letterFrame(one, view))
}

/** A frame cannot be told to prefer dark, so the letter in it is. */
function letterFrame(one: Case, view: View): string {
  const seen = asSeen(one.letter.html, view)
  const html = seen.replaceAll(
    '@media (prefers-color-scheme: dark)',
    view.dark ? '@media all' : '@media not all'
  )
  return `<iframe title="${escapeHtml(view.what)}" sandbox="" loading="lazy" width="${view.width}" style="color-scheme:${view.dark ? 'dark' : 'light'}" srcdoc="${escapeHtml(html)}"></iframe>`
}
