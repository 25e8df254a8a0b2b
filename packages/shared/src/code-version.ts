import { readFileSync } from 'node:fs'

/** The release of a program, by its own package.json. Of worker and operator, the ledger keeps it with what they did. */
export function readCodeVersion(manifest: URL): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return version
}
