import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isAllowed, licenceIn, productionTree } from './licences.mjs'

test('what the rooms run on is found through links, nested folders, and peers, and nothing else is', () => {
  const packages = {
    'apps/a': { dependencies: { ours: '1', lib: '1' }, devDependencies: { tool: '1' } },
    'node_modules/ours': { link: true, resolved: 'packages/ours' },
    'packages/ours': { dependencies: { lib: '2' } },
    'packages/ours/node_modules/lib': { dependencies: { deep: '1' } },
    'node_modules/lib': {
      peerDependencies: { host: '1', maybe: '1' },
      peerDependenciesMeta: { maybe: { optional: true } },
      optionalDependencies: { native: '1' }
    },
    'node_modules/@scope/deep': {},
    'node_modules/deep': { dependencies: { '@scope/deep': '1' } },
    'node_modules/host': { dependencies: { lib: '1' } },
    'node_modules/tool': {}
  }
  assert.deepEqual(productionTree(packages, ['apps/a']), [
    'node_modules/@scope/deep',
    'node_modules/deep',
    'node_modules/host',
    'node_modules/lib',
    'packages/ours/node_modules/lib'
  ])
})

test('a lock that lacks what is asked for is told so', () => {
  assert.throws(() => productionTree({ 'apps/a': { dependencies: { lib: '1' } } }, ['apps/a']), /lacks lib/)
})

for (const [licence, allowed] of [
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['mit', false],
  ['UNLICENSED', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['MIT OR GPL-3.0-only', true],
  ['(GPL-3.0-only OR MIT)', true],
  ['MIT AND GPL-3.0-only', false],
  ['MIT AND ISC', true],
  ['(MIT OR GPL-2.0-only) AND (ISC)', true],
  ['(MIT OR GPL-2.0-only) AND AGPL-3.0-only', false],
  ['Apache-2.0 WITH LLVM-exception', false],
  ['(MIT', false],
  ['MIT)', false],
  ['', false],
  [undefined, false]
]) {
  test(`the licence ${JSON.stringify(licence)} is ${allowed ? 'allowed' : 'not allowed'}`, () => {
    assert.equal(isAllowed(licence), allowed)
  })
}

test('a licence is read in each form that manifests know', () => {
  assert.equal(licenceIn({ license: 'MIT' }), 'MIT')
  assert.equal(licenceIn({ license: { type: 'ISC', url: '…' } }), 'ISC')
  assert.equal(licenceIn({ licenses: [{ type: 'MIT' }, { type: 'GPL-2.0' }] }), '(MIT OR GPL-2.0)')
  assert.equal(licenceIn({}), undefined)
})

test('the licences of all that the programs run on are allowed', () => {
  const script = fileURLToPath(new URL('check-licences.mjs', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  assert.match(stdout, /all [1-9]\d+ packages/)
})
