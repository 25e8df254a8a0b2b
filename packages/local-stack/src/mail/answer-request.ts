import type { LetterBox } from './letter-box.ts'
import { letterPage } from './pages/letter-page.ts'
import { listPage } from './pages/list-page.ts'
import { pageHeaders, sandboxHeaders } from './pages/safety.ts'

export type Request = Readonly<{ method: string; url: string; host: string }>
export type Reply = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: string }>

/** What the mail page answers. Pure but for `DELETE`, which empties the box. */
export function answerRequest({ method, url, host }: Request, box: LetterBox): Reply {
  // Another name would be a page on the internet whose name was pointed at us, to read our letters.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return plain(403, 'Open this page as http://127.0.0.1')
  if (!URL.canParse(`http://127.0.0.1${url}`)) return plain(400, 'This is not an address')
  const { pathname, searchParams } = new URL(`http://127.0.0.1${url}`)
  if (pathname === '/api/letters' && method === 'DELETE') {
    box.clear()
    return { status: 204, headers: {}, body: '' }
  }
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET, and DELETE /api/letters')
  if (pathname === '/') return page(listPage(box.all()))
  if (pathname === '/api/letters') return json(box.all())
  const [, id = '', part] = pathname.match(/^\/letters\/([\w-]+)(\/html)?$/) ?? []
  const letter = box.find(id)
  if (letter === undefined) return plain(404, 'There is no such letter; the list is at /')
  if (part === '/html') return { status: 200, headers: sandboxHeaders, body: letter.html }
  return page(letterPage(letter, searchParams.get('view') ?? ''))
}

const page = (body: string): Reply => ({ status: 200, headers: pageHeaders, body })

const plain = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `${body}\n`
})

const json = (value: unknown): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value)
})
