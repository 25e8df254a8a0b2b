import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secret that events of this machine are signed with. Made at the first start, the same at every later one. */
export function webhookSecret(dir: string): string {
  const path = join(dir, 'webhook-secret')
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    const secret = `whsec_${randomBytes(24).toString('base64url')}`
    writeFileSync(path, `${secret}\n`, { mode: 0o600 })
    return secret
  }
}
