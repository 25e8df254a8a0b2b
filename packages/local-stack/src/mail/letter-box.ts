import type { Letter } from './letter.ts'

// Old letters make room: a test that sends for hours must not fill the memory.
const room = 2_000

export type LetterBox = Readonly<{
  put(letter: Letter): void
  all(): Letter[]
  find(id: string): Letter | undefined
  clear(): void
}>

/** Keeps the letters in memory, the oldest first. */
export function createLetterBox(): LetterBox {
  let letters: Letter[] = []
  return {
    put(letter) {
      letters = [...letters.slice(1 - room), letter]
    },
    all: () => [...letters],
    find: id => letters.find(letter => letter.id === id),
    clear() {
      letters = []
    }
  }
}
