import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import { chargeEvent, ownModule } from '../own-facts/own-module.ts'
import { eventually } from '../support/eventually.ts'
import { idsOf, nowS, paidAt, startSweptShop } from './swept-shop.ts'

const OWN = ['charge.succeeded', 'charge.succeded']

const MODULE = `
  const read = ({ data: { object } }) => ({
    payment: object.id,
    order: object.metadata.order_id,
    facts: [{ kind: 'paid', value: { amount: object.amount, currency: object.currency } }]
  })
  export const facts = { ${OWN.map(type => `'${type}': read`).join(', ')} }`

test('a misspelt type of an own reading keeps nothing else from being fetched back', async t => {
  const { shop, stripe, missed, sweptAgain, gaps } = await startSweptShop(t, {
    workerEnv: { OWN_FACTS: ownModule(t, MODULE) }
  })
  const [worker] = shop.workers
  const isThere = (type: string) => Object.hasOwn(FACTS, type) || type === OWN[0]
  const refused: string[][] = []

  await t.test(
    'where Stripe refuses the question for it: it is named, and all others are asked for',
    async () => {
      stripe.when(({ params }) => {
        const types = typesOf(params)
        if (types.every(isThere)) return undefined
        refused.push(types)
        return 400
      })
      const lost = [...paidAt(nowS(), 2, 'lost'), chargeEvent('charged')]
      stripe.list(lost)
      await shop.finished(lost)
      assert.deepEqual(await missed(), idsOf(lost))
      assert.ok(refused.every(types => types.includes('charge.succeded')))
      await eventually(() =>
        assert.ok(
          worker?.lines.some(
            line => line.includes('"types":["charge.succeded"]') && line.includes('OWN_FACTS')
          )
        )
      )
      assert.equal((await gaps()).code, 0)
    }
  )

  await t.test('where Stripe refuses every question, nothing is left out, and gaps say so', async () => {
    stripe.when(() => 400)
    const lost = paidAt(nowS(), 1, 'refused')
    stripe.list(lost)
    await eventually(async () => assert.match((await gaps()).text, /failing since: Stripe answered 400/))
    stripe.when(() => undefined)
    await shop.finished(lost)
    await sweptAgain()
    assert.doesNotMatch((await gaps()).text, /failing since/)
  })
})

const typesOf = (params: URLSearchParams): string[] =>
  [...params].flatMap(([name, value]) => (/^types\[\d*\]$/.test(name) ? [value] : []))
