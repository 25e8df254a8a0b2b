/**
 * Where the unit begins that holds the byte at `at` of an append-only file: a command, or a whole MULTI to EXEC, which Redis
 * takes or leaves together. Everything from there on is lost when the file is cut at `at`. Pure.
 */
export function unitStart(file: Buffer, at: number): number {
  let unit = 0
  let isInMulti = false
  for (let position = 0; position < at; ) {
    const { name, end } = readCommand(file, position)
    if (!isInMulti) unit = position
    if (end > at) return unit
    if (name === 'MULTI') isInMulti = true
    if (name === 'EXEC') isInMulti = false
    position = end
    if (!isInMulti) unit = position
  }
  return unit
}

const LINE_END = '\r\n'

/** `*2\r\n$3\r\nDEL\r\n$1\r\na\r\n`: how many parts, and of each its length and its bytes. */
function readCommand(file: Buffer, from: number): Readonly<{ name: string; end: number }> {
  const lineFrom = (start: number) => {
    const end = file.indexOf(LINE_END, start)
    if (end === -1) throw new Error('the append-only file of Redis is not what it is known to be')
    return { text: file.toString('latin1', start, end), next: end + LINE_END.length }
  }
  const head = lineFrom(from)
  if (head.text.startsWith('#')) return { name: '', end: head.next } // an annotation

  let name = ''
  let position = head.next
  for (let part = 0; part < Number(head.text.slice(1)); part++) {
    const length = lineFrom(position)
    const end = length.next + Number(length.text.slice(1))
    if (part === 0) name = file.toString('latin1', length.next, end).toUpperCase()
    position = end + LINE_END.length
  }
  return { name, end: position }
}
