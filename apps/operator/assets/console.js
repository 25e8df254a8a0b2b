// @ts-check
// What the pages do beyond HTML. Without it everything works as well, by loading pages again.

const EVERY_MS = 3_000

/** Times are shown as UTC; the reader's own stands in the hint. */
function hintTimes() {
  for (const time of document.querySelectorAll('time[datetime]:not([title])'))
    time.setAttribute('title', new Date(time.getAttribute('datetime') ?? '').toLocaleString())
}

/** Puts the parts of a page in place that have changed since. A part is an element with an id and `data-part`. */
async function refresh() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const part of document.querySelectorAll('[data-part]')) {
    const fresh = page.getElementById(part.id)
    if (fresh === null || fresh.outerHTML === part.getAttribute('data-as-sent') || isInUse(part)) continue
    const asSent = fresh.outerHTML
    if (part.hasAttribute('data-as-sent')) fresh.classList.add('changed')
    fresh.setAttribute('data-as-sent', asSent)
    part.replaceWith(fresh)
  }
  hintTimes()
}

/** Whoever is at something there is not disturbed. @param {Element} part */
const isInUse = part => part.contains(document.activeElement) || part.querySelector('details[open]') !== null

async function keepFresh() {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, EVERY_MS))
    if (!document.hidden) await refresh().catch(() => undefined)
  }
}

for (const part of document.querySelectorAll('[data-part]')) part.setAttribute('data-as-sent', part.outerHTML)
hintTimes()
// On a phone the sections do not all fit.
document.querySelector('.top nav [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })

document.addEventListener('click', event => {
  const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null
  const source = button && document.getElementById(button.getAttribute('data-copy') ?? '')
  if (!button || !source) return
  navigator.clipboard.writeText(source.textContent ?? '').then(() => {
    button.textContent = 'Copied'
  })
})

// A second press would do it twice.
document.addEventListener('submit', event => {
  const form = /** @type {HTMLFormElement} */ (event.target)
  if (form.method === 'post')
    setTimeout(() => form.querySelector('button[type=submit]')?.setAttribute('disabled', ''))
})

if (document.body.hasAttribute('data-live')) keepFresh()
