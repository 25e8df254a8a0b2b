import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { ROOT } from '../../support/sources.ts'

const LEFT_OUT = ['node_modules', '.git', '.local', '.env', 'coverage']

/** The project in a folder of its own, built and with its dependencies, so that what runs here already is not disturbed. */
export function copyOfProject(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-copy-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of readdirSync(ROOT).filter(entry => !LEFT_OUT.includes(entry)))
    cpSync(join(ROOT, name), join(folder, name), { recursive: true, preserveTimestamps: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}
