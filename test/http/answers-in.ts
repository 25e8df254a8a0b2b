import { LAST_CHUNK } from './request.ts'

export type Answer = Readonly<{ status: string; body: string }>

/** All whole answers, each as long as it says. */
export function answersIn(text: string): Answer[] {
  const answers: Answer[] = []
  for (let rest = text; ; ) {
    const head = rest.match(/^HTTP\/1\.1 (\d{3}) [\s\S]*?\r\n\r\n/)
    if (head === null) return answers
    const after = rest.slice(head[0].length)
    const length = /\r\ntransfer-encoding: chunked\r\n/i.test(head[0])
      ? after.indexOf(LAST_CHUNK) + LAST_CHUNK.length
      : Number(head[0].match(/\r\ncontent-length: (\d+)\r\n/i)?.[1] ?? 0)
    if (after.length < length) return answers
    answers.push({ status: head[1] ?? '', body: after.slice(0, length) })
    rest = after.slice(length)
  }
}
