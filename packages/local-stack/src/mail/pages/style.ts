/** The look of all pages, light and dark. */
export const style = `
:root { color-scheme: light dark; --ground: #f5f5f2; --sheet: #fff; --ink: #1d2126; --soft: #626a73; --line: #dedfdb; --accent: #3b5bdb; --hover: #f0f2fb }
@media (prefers-color-scheme: dark) {
  :root { --ground: #15171a; --sheet: #1e2125; --ink: #e8e9ea; --soft: #9aa2ab; --line: #31363c; --accent: #8ea6ff; --hover: #262b36 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1.25rem 3rem }
header { display: flex; align-items: center; gap: .6rem; margin-bottom: 1rem }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0; font-weight: 650; overflow-wrap: anywhere }
.count { background: var(--accent); color: var(--sheet); border-radius: 1rem; padding: 0 .6rem; font-size: .8rem; font-weight: 600; font-variant-numeric: tabular-nums }
.fill { flex: 1 }
button { font: inherit; font-size: .85rem; color: var(--soft); background: none; border: 1px solid var(--line); border-radius: .5rem; padding: .25rem .75rem; cursor: pointer }
button:hover { color: var(--ink); border-color: var(--soft) }
a { color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.list { list-style: none; margin: 0; padding: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden }
.list li + li { border-top: 1px solid var(--line) }
.list a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; padding: .8rem 1.1rem; color: inherit; text-decoration: none }
.list a:hover, .list a:focus-visible { background: var(--hover) }
.list span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.to, time { color: var(--soft); font-size: .85rem }
.list time { font-variant-numeric: tabular-nums }
.subject { grid-column: 1 / -1; font-weight: 600 }
.preview { grid-column: 1 / -1; color: var(--soft) }
.nothing { text-align: center; color: var(--soft); background: var(--sheet); border: 1px dashed var(--line); border-radius: .75rem; padding: 3rem 1.5rem }
.nothing p { margin: 0 } .nothing p:first-child { color: var(--ink); font-weight: 600; margin-bottom: .25rem }
.back { text-decoration: none; font-size: .9rem }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .15rem 1rem; margin: .9rem 0 1.25rem; font-size: .9rem }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere } code { font-size: .85em }
dd time { font-size: inherit; color: inherit }
nav { display: flex; gap: .25rem }
nav a, nav span { padding: .3rem .9rem; border-radius: .5rem .5rem 0 0; text-decoration: none; color: var(--soft); font-size: .9rem; border: 1px solid transparent; border-bottom: 0; margin-bottom: -1px; position: relative }
nav a[aria-current] { color: var(--ink); font-weight: 600; background: var(--sheet); border-color: var(--line) }
nav .none { opacity: .45; cursor: default }
.paper { display: block; width: 100%; border: 1px solid var(--line); border-radius: 0 .75rem .75rem .75rem; background: var(--sheet) }
iframe.paper { height: max(24rem, calc(100vh - 20rem)) }
pre.text { margin: 0; padding: 1.25rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace }
@media (max-width: 32rem) { main { padding: 1.25rem .75rem } }
`
