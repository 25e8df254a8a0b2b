import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { prepare } from './prepare.mjs'
import { stopRequests } from './stop-requests.mjs'

// What can be checked in seconds and without servers, before a push: format, lint, types, layers, documents, commits.

const root = fileURLToPath(new URL('..', import.meta.url))
const steps = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.']],
  [
    'layers and documents',
    [
      '--test',
      'test/dist/layers.test.js',
      'test/dist/compose.test.js',
      'test/dist/documents/documents.test.js',
      'test/dist/documents/commands.test.js'
    ]
  ],
  ['licences', ['scripts/check-licences.mjs']],
  ['commit subjects', ['scripts/check-commits.mjs']]
]

try {
  await prepare(stopRequests())
  for (const [name, args] of steps) {
    process.stdout.write(`Checking ${name} …\n`)
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
    if (status !== 0) throw new Error(`The check of ${name} failed.`)
  }
} catch (err) {
  process.stderr.write(`\n${err.message}\n`)
  process.exitCode = 1
}
