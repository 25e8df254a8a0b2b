import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandsOf, DOCUMENTS, readProjectFile } from './blocks.ts'

/** What takes commands from a document's own text and types them, and which of them. */
const TYPED: Readonly<Record<string, readonly [typist: string, which: RegExp]>> = {
  'README.md': ['.ci/try', /^npm run (trigger|order) /],
  'CONTRIBUTING.md': ['.ci/try', /^npm run (trigger|order) /],
  'docs/integrating.md': ['test/examples/typed-word-for-word.test.ts', /^(npm|node|python3|[A-Z_]+=)/],
  'docs/own-facts.md': ['test/own-facts/typed-word-for-word.test.ts', /^(npm|node|OWN_FACTS=)/],
  'docs/command.md': ['test/finding/typed-word-for-word.test.ts', /^npx --no-install paidonce /],
  'docs/operations.md': ['.compose-check.sh', /^docker compose (ps|exec|logs)/],
  'docs/going-live.md': ['.compose-check.sh', /^docker compose (ps|exec|logs)/]
}

/** Commands that are run wherever they stand, by a file that holds these words. */
const RUN_BY: readonly (readonly [command: RegExp, file: string, words: string])[] = [
  [/^npm start\b/, '.ci/try', 'npm start'],
  [/^npm test\b/, '.ci/run', 'npm test'],
  [/^npm run check$/, '.ci/run', 'npm run --silent check'],
  [/^npm run order -- 1001$/, '.ci/try', 'README.md'],
  [/^npm run drill -- /, '.ci/run', 'npm run --silent drill --'],
  [/^npm run check-invariants$/, '.ci/try', 'npm run --silent check-invariants'],
  [/^npm run (users|tokens)\b/, 'test/console/users-command.test.ts', "commandsOf('docs/operations.md')"],
  [/^curl -H .*\/api\/v1\/orders\?mark=any/, 'test/console/api.test.ts', '/orders?mark=any'],
  [/^npx --no-install paidonce gaps$/, '.ci/try', 'npx --no-install paidonce gaps'],
  [/^npx --no-install paidonce reconcile$/, '.ci/try', 'npx --no-install paidonce reconcile'],
  [/^npx --no-install paidonce doctor$/, '.ci/try', 'npx --no-install paidonce doctor'],
  [/^npx --no-install paidonce rebuild --dry-run$/, '.ci/try', 'npx --no-install paidonce rebuild --dry-run'],
  [/^npx --no-install paidonce erase .* --dry-run$/, '.ci/try', 'npx --no-install paidonce erase --email'],
  [/^npx --no-install paidonce erase /, 'test/erasure/erase.test.ts', "'--by', 'bea', '--why'"],
  [
    /^npx --no-install paidonce (--help|orders?|events?|failures)\b/,
    'test/finding/typed-word-for-word.test.ts',
    'docs/operations.md'
  ],
  [
    /^npx --no-install paidonce replay .*--dry-run$/,
    'test/replay/command.test.ts',
    "say('--failed', '--type', TYPE, '--dry-run')"
  ],
  [/^npm run letters:preview$/, 'packages/letters-workshop/src/preview/preview.test.ts', './main.js']
]

/** Commands that no test runs, and why. */
const NOT_RUN: readonly (readonly [command: RegExp, why: string])[] = [
  [/^git clone <this repository>/, 'only the reader knows the address'],
  [/^git config core\.hooksPath /, 'changes the clone of whoever runs the tests; the hook itself has a test'],
  [/^npm run format\b/, 'changes the files of whoever runs the tests; the check runs the same formatter'],
  [
    /^cp \.env\.example \.env$/,
    'overwrites the settings of whoever runs the tests; Compose reads that file in .ci/check-compose'
  ],
  [/^docker compose up /, 'brings up the containers that .compose-check.sh then looks at'],
  [/^stripe /, 'needs an account at Stripe']
]

const isExcused = (command: string) => NOT_RUN.some(([which]) => which.test(command))
const runner = (path: string, command: string) => {
  const [typist, which] = TYPED[path] ?? []
  if (which?.test(command)) return typist
  return RUN_BY.find(([pattern]) => pattern.test(command))?.[1]
}

for (const path of DOCUMENTS) {
  for (const command of commandsOf(path)) {
    test(`${path} says "${command}", and something runs that`, () => {
      assert.ok(isExcused(command) || runner(path, command) !== undefined, 'nothing runs it')
    })
  }
}

test('what types the commands of a document reads that document', () => {
  for (const [path, [typist]] of Object.entries(TYPED)) {
    assert.ok(readProjectFile(typist).includes(path), `${typist} does not read ${path}`)
  }
})

test('what is said to run a command holds it', () => {
  for (const [, file, words] of RUN_BY)
    assert.ok(readProjectFile(file).includes(words), `${file} lacks ${words}`)
})

test('no excuse is left over', () => {
  const commands = DOCUMENTS.flatMap(commandsOf)
  for (const [which, why] of NOT_RUN)
    assert.ok(
      commands.some(command => which.test(command)),
      why
    )
})
