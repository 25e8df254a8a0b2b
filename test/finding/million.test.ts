import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ledger } from '@paidonce/ledger/pool'
import type { Statement } from '@paidonce/ledger/statement'
import { ownLedger } from '../support/own-database.ts'
import { fillWithMillion } from './million.ts'
import { searchesOfMillion } from './searches-of-million.ts'

/** As many rows may be looked at and thrown away, besides those of a page. */
const MOST_REMOVED = 1_000
const MOST_READ = 5_000
const TIMES = 20

type Plan = Readonly<{
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: readonly Plan[]
}>

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

const partOf = (node: Plan) =>
  `${node['Node Type']} ${node['Relation Name'] ?? ''} ${node['Actual Rows']} rows, ${node['Actual Loops']} times, ${node['Rows Removed by Filter'] ?? 0} removed`

test('among a million events every search goes by an index, and reads few rows', async t => {
  const ledger = await ownLedger(t)
  await fillWithMillion(ledger)
  const took: number[] = []
  for (const [name, statement] of searchesOfMillion())
    await t.test(name, async () => {
      const nodes = nodesOf(await planOf(ledger, statement))
      const text = nodes.map(partOf).join('\n')
      assert.ok(!nodes.some(node => node['Node Type'] === 'Seq Scan'), text)
      const sum = (count: (node: Plan) => number) => nodes.reduce((all, node) => all + count(node), 0)
      const removed = sum(
        node =>
          ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
          node['Actual Loops']
      )
      const read = sum(node => (node['Relation Name'] ? node['Actual Rows'] * node['Actual Loops'] : 0))
      assert.ok(removed <= MOST_REMOVED, `${removed} rows removed\n${text}`)
      assert.ok(read <= MOST_READ, `${read} rows read\n${text}`)
      for (let times = 0; times < TIMES; times++) took.push(await timeOf(ledger, statement))
    })
  took.sort((a, b) => a - b)
  const percentile = (share: number) => took[Math.floor(took.length * share)]?.toFixed(1)
  t.diagnostic(
    `${took.length} searches: half within ${percentile(0.5)} ms, 99 % within ${percentile(0.99)} ms`
  )
})

async function planOf({ pool }: Ledger, { text, values }: Statement): Promise<Plan> {
  const { rows } = await pool.query(`explain (analyze, format json) ${text}`, [...values])
  return rows[0]['QUERY PLAN'][0].Plan
}

async function timeOf({ pool }: Ledger, { text, values }: Statement): Promise<number> {
  const before = performance.now()
  await pool.query(text, [...values])
  return performance.now() - before
}
