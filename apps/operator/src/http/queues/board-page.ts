import type { FastifyReply } from 'fastify'

/** For bull-board's own page: its scripts and styles from here, and nothing from anywhere else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'"
].join(';')

/** Its page asks a server of others for fonts, and while it loads it has styles within: neither is let in. */
const NOT_LET_IN = /<link[^>]+href="https?:[^>]*>|<style>.*?<\/style>| style="[^"]*"/gs

/** bull-board's page as it may be shown here. */
export function asOurs(reply: FastifyReply, payload: unknown): unknown {
  if (!String(reply.getHeader('content-type')).startsWith('text/html') || typeof payload !== 'string')
    return payload
  if (reply.statusCode !== 200) return payload
  reply.header('content-security-policy', POLICY)
  const page = payload.replace(NOT_LET_IN, '')
  reply.header('content-length', Buffer.byteLength(page))
  return page
}
