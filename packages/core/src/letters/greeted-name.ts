import { oneLine } from './one-line.ts'

const LONGEST = 60

// Buyers type their own name; one that a mail program would turn into a link makes the shop's letter an advertisement.
const COULD_BECOME_A_LINK = /[/\\@:]|\.\p{L}{2}/u

/** The name to greet a buyer by, or null when there is none or it does not read like one. */
export function greetedName(name: string | null): string | null {
  const line = oneLine(name ?? '')
  return line === '' || line.length > LONGEST || COULD_BECOME_A_LINK.test(line) ? null : line
}
