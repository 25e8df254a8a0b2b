/** The look of all pages, light and dark. */
export const style = `
:root { color-scheme: light dark; --ground: #faf7f2; --sheet: #fff; --ink: #2a2320; --soft: #74685f; --line: #e7dfd5; --accent: #8a3b1e; --on-accent: #fff; --tint: #f3ebe0; --good: #2c6b45; --bad: #a3302a }
@media (prefers-color-scheme: dark) {
  :root { --ground: #191614; --sheet: #231f1c; --ink: #f1eae3; --soft: #b3a69b; --line: #3b342e; --accent: #f0a783; --on-accent: #2a160d; --tint: #2d2723; --good: #8fd3a8; --bad: #ff9d94 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
header, main { max-width: 56rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 2rem; padding-bottom: 1.5rem }
header a { color: inherit; text-decoration: none; font: 650 1.5rem/1.2 Georgia, "Noto Serif", serif }
header p { margin: .2rem 0 0; color: var(--soft) }
main { padding-bottom: 4rem }
.shelf { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.25rem; list-style: none; margin: 0; padding: 0 }
.card { background: var(--sheet); border: 1px solid var(--line); border-radius: 1rem; overflow: hidden }
.picture { background: var(--tint); padding: 1.5rem }
.picture svg { display: block; height: 5.5rem; margin: 0 auto; fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round }
.inside { padding: 1.25rem 1.35rem 1.5rem }
h1 { font: 650 1.75rem/1.25 Georgia, "Noto Serif", serif; margin: 0 0 .6rem }
h2 { font-size: 1.1rem; margin: 0; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem }
h2 span { font-variant-numeric: tabular-nums }
.inside p { color: var(--soft); margin: .15rem 0 1.1rem }
.fields { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .75rem; margin-bottom: 1rem }
.fields .wide { grid-column: 1 / -1 }
label { font-size: .85rem; color: var(--soft) }
input, select { display: block; width: 100%; margin-top: .2rem; padding: .5rem .7rem; font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--line); border-radius: .5rem }
button, .button { display: block; width: 100%; font: inherit; font-weight: 600; text-align: center; text-decoration: none; padding: .7rem 1rem; border: 0; border-radius: .6rem; background: var(--accent); color: var(--on-accent); cursor: pointer }
button:hover, .button:hover { filter: brightness(1.1) }
.sheet { max-width: 34rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 1rem; padding: 1.75rem 1.5rem }
.sheet p { margin: 0 0 1.25rem }
.state { display: inline-block; font-size: .85rem; font-weight: 600; padding: .15rem .75rem; border-radius: 1rem; background: var(--tint); margin-bottom: .9rem }
.good { color: var(--good) } .bad { color: var(--bad) }
.bar { height: 3px; border-radius: 2px; overflow: hidden; background: var(--tint); margin: 0 0 .25rem }
.bar + dl { border-top: 0 }
.bar::before { content: ""; display: block; height: 100%; width: 35%; background: var(--accent); animation: wait 1.6s ease-in-out infinite alternate }
@keyframes wait { to { transform: translateX(186%) } }
@media (prefers-reduced-motion: reduce) { .bar::before { animation: none; width: 100%; opacity: .5 } }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .35rem 1.5rem; margin: 0 0 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line) }
dt { color: var(--soft) } dd { margin: 0; text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
a { color: var(--accent) }
a.button { color: var(--on-accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`
