/** The look of the twin's pages, light and dark. */
export const style = `
:root { color-scheme: light dark; --ground: #f4f4f7; --sheet: #fff; --ink: #1b1f2a; --soft: #5f6676; --line: #dcdee6; --accent: #4b45c6; --on-accent: #fff; --note: #fff6d9; --note-ink: #5c4700; --bad: #a92f2f }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14151b; --sheet: #1d1f28; --ink: #eceef4; --soft: #a2a8b8; --line: #343845; --accent: #a5a0ff; --on-accent: #16151f; --note: #3a3117; --note-ink: #f3dfa2; --bad: #ff9c9c }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
.note { background: var(--note); color: var(--note-ink); text-align: center; padding: .5rem 1rem; font-size: .875rem }
main { max-width: 58rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr); gap: 1.5rem 3rem; align-items: start }
main.alone { max-width: 30rem; grid-template-columns: minmax(0, 1fr); text-align: center }
h1 { font-size: 1rem; font-weight: 500; color: var(--soft); margin: 0 }
.total { font-size: 2.4rem; font-weight: 650; line-height: 1.2; margin: .1rem 0 1.4rem; letter-spacing: -.02em; overflow-wrap: anywhere }
ul { list-style: none; margin: 0; padding: 0 }
li { display: flex; justify-content: space-between; gap: 1rem; padding: .7rem 0; border-top: 1px solid var(--line) }
li span:first-child { min-width: 0; overflow-wrap: anywhere }
li small { display: block; color: var(--soft) }
.amount { font-variant-numeric: tabular-nums; white-space: nowrap }
form, .sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 1rem; padding: 1.5rem }
label { display: block; font-size: .875rem; font-weight: 550; margin-bottom: .9rem }
input { display: block; width: 100%; margin-top: .25rem; padding: .6rem .75rem; font: inherit; font-weight: 400; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: .5rem }
fieldset { border: 0; margin: 1.4rem 0 0; padding: 0; display: grid; gap: .6rem }
legend { font-size: .875rem; font-weight: 550; padding: 0; margin-bottom: .5rem }
button, .button { font: inherit; text-align: left; width: 100%; display: block; padding: .7rem 1rem; border-radius: .6rem; border: 1px solid var(--line); background: none; color: inherit; cursor: pointer; text-decoration: none }
button small { display: block; color: var(--soft) }
button:hover, .button:hover { border-color: var(--accent) }
.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600 }
a.first { text-align: center }
.first small { color: inherit; font-weight: 400; opacity: .85 }
.bad { color: var(--bad) }
.ways-out { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem; margin-top: 1rem; font-size: .875rem }
.ways-out button { width: auto; border: 0; padding: 0; text-decoration: underline; color: var(--soft) }
a { color: var(--accent) }
.ways-out a { color: var(--soft) }
.sheet h1 { color: var(--ink); font-size: 1.35rem; font-weight: 650; margin-bottom: .4rem } .sheet p { color: var(--soft); margin: 0 0 1.4rem }
main.wide { max-width: 46rem; text-align: left } .payment p { margin: 0 0 .4rem } .payment button { display: inline-block; width: auto; margin: .3rem .4rem 0 0; padding: .35rem .8rem }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
@media (max-width: 44rem) { main { grid-template-columns: minmax(0, 1fr); padding: 1.5rem 1rem 3rem } .total { font-size: 2rem } }
`
