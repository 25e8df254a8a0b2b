import { readFileSync } from 'node:fs'

/** The release of this program, which the ledger keeps with what it did. */
export function readCodeVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return (manifest as { version: string }).version
}
