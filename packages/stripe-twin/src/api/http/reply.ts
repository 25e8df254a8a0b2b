import type { IncomingHttpHeaders } from 'node:http'

/** A request as far as it matters here: its path without the query, its whole body as text. */
export type Request = Readonly<{
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
}>

export type Reply = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: string }>
