#!/usr/bin/env node
import { existsSync } from 'node:fs'

// The `paidonce` command. In a checkout it brings the build up to date first; where there is only the built program, it is that.

const runner = new URL('../../../scripts/run.mjs', import.meta.url)
if (existsSync(runner)) {
  process.argv.splice(2, 0, 'apps/operator/dist/cli/main.js')
  await import(runner.href)
} else {
  await import('../dist/cli/main.js')
}
