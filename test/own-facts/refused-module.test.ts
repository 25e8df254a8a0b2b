import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runApp } from '../support/start-app.ts'
import { ownModule } from './own-module.ts'

/** Nothing is there: a program that went on would never get so far as to say what it says here. */
const SETTINGS = {
  STRIPE_MODE: 'test',
  STRIPE_WEBHOOK_SECRET: 'whsec_test',
  REDIS_URL: 'redis://127.0.0.1:1',
  DATABASE_URL: 'postgres://127.0.0.1:1/none',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'shop@example.com'
}

// One that starts all the same would never end by itself.
const LIMIT = { timeout: 30_000 }

for (const app of ['ingest', 'worker'] as const) {
  for (const [what, text, why] of [
    ['that is not there', undefined, /it is not a file that can be read/],
    ['with an error of syntax', 'export const facts = { marker:: }', /Node\.js cannot load the file/],
    ['without an export of the name', 'export const fact = { marker: 1 }', /the file exports no facts/],
    [
      'with a text in place of a function',
      `export const facts = { 'invoice.paid': 'marker' }`,
      /facts of invoice\.paid must be a function/
    ],
    ['that throws', `throw new Error('marker')`, /the file threw while it was loaded, Error at own\.mjs:1/]
  ] as const)
    test(`with a module ${what} the ${app} does not start, and says why in one sentence`, LIMIT, async t => {
      const path = text === undefined ? '/marker.mjs' : ownModule(t, text)
      const { ended, lines } = runApp(t, app, { ...SETTINGS, OWN_FACTS: path })
      assert.equal((await ended).code, 1)
      assert.equal(lines.length, 1, lines.join('\n'))
      assert.match(lines[0] ?? '', /^OWN_FACTS is not usable: .*\. See docs\/own-facts\.md\.$/)
      assert.match(lines[0] ?? '', why)
      assert.doesNotMatch(lines.join('\n'), /marker/)
    })
}
