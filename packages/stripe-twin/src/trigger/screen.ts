/** A stream that may be a terminal. */
export type Output = Readonly<{ isTTY?: boolean; columns?: number; write: (text: string) => unknown }>

export type Tone = 'plain' | 'strong' | 'soft' | 'good' | 'bad'
/** A line in parts, each with a tone. */
export type Line = readonly (string | readonly [Tone, string])[]

const CODES: Readonly<Record<Tone, string>> = { plain: '', strong: '1', soft: '2', good: '32', bad: '31' }
const ON_A_TERMINAL_EVERY_MS = 100
const ELSEWHERE_EVERY_MS = 3_000

type ScreenOptions = Readonly<{ output: Output; color: boolean; now: () => number }>

/** Lines that stay, and one line of progress: rewritten on a terminal, repeated every few seconds elsewhere. */
export function createScreen({ output, color, now }: ScreenOptions) {
  const isTerminal = output.isTTY === true
  const everyMs = isTerminal ? ON_A_TERMINAL_EVERY_MS : ELSEWHERE_EVERY_MS
  let isProgressShown = false
  let progressAt = now()

  const clear = () => {
    if (isProgressShown) output.write('\r\u001b[2K')
    isProgressShown = false
  }
  return {
    say(...line: Line) {
      clear()
      output.write(`${line.length === 0 ? '' : '  '}${line.map(part => paint(part, color)).join('')}\n`)
    },
    progress(text: string) {
      if (now() - progressAt < everyMs) return
      progressAt = now()
      clear()
      const line = `  ${text}`
      output.write(isTerminal ? line.slice(0, (output.columns ?? 80) - 1) : `${line}\n`)
      isProgressShown = isTerminal
    }
  }
}

export type Screen = ReturnType<typeof createScreen>

function paint(part: Line[number], color: boolean): string {
  const [tone, text] = typeof part === 'string' ? (['plain', part] as const) : part
  return color && tone !== 'plain' ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text
}
