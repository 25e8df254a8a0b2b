/**
 * Keeps the list fresh and empties it: fetches the page again and puts its <main> in place of the old one. Without scripts
 * the page still shows everything; it then needs reloading by hand.
 */
export const script = `
const refresh = async () => {
  const answer = await fetch('/')
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const main = document.querySelector('main')
  if (fresh.querySelector('main').dataset.state !== main.dataset.state) {
    main.replaceWith(fresh.querySelector('main'))
    document.title = fresh.title
  }
}
const list = () => document.querySelector('main[data-state]') !== null
setInterval(() => { if (list() && !document.hidden) refresh().catch(() => {}) }, 2000)
document.addEventListener('visibilitychange', () => { if (list() && !document.hidden) refresh().catch(() => {}) })
document.addEventListener('click', async event => {
  if (event.target.id !== 'clear') return
  await fetch('/api/letters', { method: 'DELETE' })
  await refresh()
})
`
