import { createHash } from 'node:crypto'
import { script } from './script.ts'

const html = { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' }
const scriptHash = createHash('sha256').update(script).digest('base64')

/** For our own pages: only our own script runs, whatever a letter brings along. */
export const pageHeaders = {
  ...html,
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

/** For a letter's own HTML: no script, no outside picture that would tell the sender, links open beside it. */
export const sandboxHeaders = {
  ...html,
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox`
}
