/** The look of the page around the letters, light and dark. */
export const INDEX_STYLE = `
:root { color-scheme: light dark; --ground: #e6e8eb; --sheet: #fff; --ink: #1d2126; --soft: #5a626d; --line: #d3d7dc; --accent: #1c55c7 }
@media (prefers-color-scheme: dark) { :root { --ground: #0b0c0e; --sheet: #1d2025; --ink: #e9eaec; --soft: #a3abb5; --line: #373c43; --accent: #8fb4ff } }
* { box-sizing: border-box }
body { margin: 0; display: grid; grid-template-columns: 14rem minmax(0, 1fr); background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1.25rem; background: var(--sheet); border-right: 1px solid var(--line) }
h1 { font-size: 1.25rem; margin: 0 0 1rem }
nav h2 { font-size: .8rem; text-transform: uppercase; letter-spacing: .04em; color: var(--soft); margin: 1.25rem 0 .25rem }
nav ul { list-style: none; margin: 0; padding: 0 }
nav a { display: block; padding: .15rem 0; color: inherit; text-decoration: none }
nav a:hover { color: var(--accent) }
main { padding: 1.5rem 2rem 4rem }
section { margin-bottom: 3rem; scroll-margin-top: 1rem }
section h2 { font-size: 1.1rem; margin: 0 0 .5rem }
section h2 span { color: var(--soft); font-weight: 400 }
.inbox { margin: 0 0 1rem; padding: .7rem 1rem; max-width: 62rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem }
.inbox span { color: var(--soft) }
.row { display: flex; gap: 1.25rem; overflow-x: auto; padding-bottom: .75rem; align-items: flex-start }
figure { margin: 0; flex: none }
figcaption { font-size: .85rem; color: var(--soft); margin-bottom: .35rem }
figcaption a { color: var(--accent) }
iframe, figure img, pre { display: block; border: 1px solid var(--line); border-radius: .5rem }
iframe { height: 56rem }
pre { margin: 0; padding: 1.25rem; width: 40rem; background: var(--sheet); white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
@media (max-width: 50rem) { body { display: block } nav { position: static; height: auto } main { padding: 1.25rem } }
`
