const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs

/**
 * JSON on lines of its own, for people. Only the space between its tokens changes: numbers, names that come twice and
 * escapes stay as they were sent, which reading and writing it again would not keep.
 */
export function reindent(json: string): string {
  const out: string[] = []
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  let before = ''
  for (const [token] of json.matchAll(TOKEN)) {
    const isClosing = token === '}' || token === ']'
    if (isClosing) depth--
    const isEmpty = isClosing && (before === '{' || before === '[')
    if (!isEmpty && (isClosing || before === '{' || before === '[' || before === ',')) out.push(line())
    out.push(token === ':' ? ': ' : token)
    if (token === '{' || token === '[') depth++
    before = token
  }
  return out.join('')
}
