import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAMILIES } from '@paidonce/stripe-twin/sequences/table'
import { runTrigger } from '@paidonce/stripe-twin/trigger/run-trigger'
import { createScreen } from '@paidonce/stripe-twin/trigger/screen'
import { SECRET, startShop } from '../support/shop.ts'

test('every sequence that can be tried ends as docs/events.md says', async t => {
  const shop = await startShop(t)
  const env = { DATABASE_URL: shop.databaseUrl, REDIS_URL: shop.redisUrl, STRIPE_WEBHOOK_SECRET: SECRET }
  const names = Object.values(FAMILIES).flatMap(family => Object.keys(family))

  /** `npm run trigger -- NAME --check`, which compares with what is written down there. */
  const trigger = async (name: string) => {
    let said = ''
    const write = (text: string) => {
      said += text
    }
    const code = await runTrigger({
      argv: [name, '--order', `try-${name}`, '--to', shop.url, '--check'],
      env,
      runFilePath: '/nowhere/run.json',
      seed: 'every sequence',
      screen: createScreen({ output: { write }, color: false, now: () => 0 }),
      write
    })
    return { name, code, said }
  }
  for (const { name, code, said } of await Promise.all(names.map(trigger)))
    assert.equal(code, 0, `${name}: ${said}`)
})
