/** As wide as plain-text mail is read with comfort, also when it is quoted in an answer (RFC 3676, 4.2). */
const WIDTH = 72

/** A paragraph as lines of at most 72 characters. Only a word that is longer stands out; no-break spaces hold. */
export function wrapLines(paragraph: string): string {
  const lines: string[] = []
  for (const word of paragraph.split(' ').filter(part => part !== '')) {
    const line = lines.at(-1)
    if (line !== undefined && Array.from(`${line} ${word}`).length <= WIDTH) {
      lines[lines.length - 1] = `${line} ${word}`
    } else lines.push(word)
  }
  return lines.join('\n')
}
