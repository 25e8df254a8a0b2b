const WIDTH = 100

/** Lines of at most 100 columns: the first begins with `first`, the others with `others`. */
export function wrapped(text: string, first: string, others: string): string[] {
  const [start = '', ...words] = text.split(' ')
  const made: string[] = []
  let line = first + start
  for (const word of words) {
    if (line.length + word.length < WIDTH) line += ` ${word}`
    else {
      made.push(line)
      line = others + word
    }
  }
  return [...made, line]
}
