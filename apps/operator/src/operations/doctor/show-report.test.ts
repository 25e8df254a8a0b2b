import assert from 'node:assert/strict'
import { test } from 'node:test'
import { about } from './finding.ts'
import { showReport } from './show-report.ts'

const endpoint = about('endpoint')
const redis = about('Redis')

test('findings stand by area, the status before them, what to do below', () => {
  const findings = [
    redis.ok('Fine.'),
    endpoint.problem('Disabled.', 'Enable it.'),
    redis.warning('Full.', 'Empty it.')
  ]
  const unseen = [{ place: 'Stripe', why: 'no key', isFault: false }]
  assert.equal(
    showReport({ findings, unseen }),
    [
      'endpoint',
      '  PROBLEM  Disabled.',
      '           → Enable it.',
      '',
      'Redis',
      '  ok       Fine.',
      '  warning  Full.',
      '           → Empty it.',
      '',
      'not looked at',
      '  Stripe: no key',
      '',
      '1 problem, 1 warning, 1 ok, 1 not looked at'
    ].join('\n')
  )
})

test('long sentences go on below their beginning, and no line is too long', () => {
  const findings = [redis.warning('word '.repeat(40).trim(), 'deed '.repeat(40).trim())]
  const lines = showReport({ findings, unseen: [] }).split('\n')
  assert.ok(lines.every(line => line.length <= 100))
  assert.ok(
    lines.slice(1, -2).every(line => /^( {2}warning {2}| {11}(→ | {2})?)(word|deed)/.test(line)),
    lines.join('\n')
  )
  assert.equal(lines.join(' ').match(/word|deed/g)?.length, 80)
})
