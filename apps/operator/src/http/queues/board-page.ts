import type { FastifyReply } from 'fastify'

/** For bull-board's own page: its scripts and styles from here, and nothing from anywhere else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'"
].join(';')

/** Its page asks a server of others for fonts; the system's do. */
const FROM_ELSEWHERE = /<link[^>]+href="https?:[^>]*>/g

/** bull-board's page as it may be shown here. */
export function asOurs(reply: FastifyReply, payload: unknown): unknown {
  if (!String(reply.getHeader('content-type')).startsWith('text/html') || typeof payload !== 'string')
    return payload
  if (reply.statusCode !== 200) return payload
  reply.header('content-security-policy', POLICY)
  const page = payload.replace(FROM_ELSEWHERE, '')
  reply.header('content-length', Buffer.byteLength(page))
  return page
}
