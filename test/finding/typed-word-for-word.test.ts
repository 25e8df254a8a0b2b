import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMANDS } from '@paidonce/operator/cli/commands'
import { paidonce } from '@paidonce/operator/cli/paidonce'
import { commandsOf, readProjectFile } from '../documents/blocks.ts'
import { ownDatabase } from '../support/own-database.ts'
import { runOperator } from '../support/run-operator.ts'

const DOCUMENTS = ['docs/command.md', 'docs/operations.md']
const COMMAND = /^npx --no-install paidonce ((?:--help|orders?|events?|failures)\b.*)$/

test('what the documents say to type to find something can be typed', async t => {
  const DATABASE_URL = await ownDatabase(t)
  const typed = DOCUMENTS.flatMap(commandsOf).flatMap(command => command.match(COMMAND)?.[1] ?? [])
  assert.ok(typed.length >= 8)
  for (const line of typed) {
    const { code, err } = await runOperator(paidonce, line.split(' '), { DATABASE_URL })
    assert.ok(code === 0 || code === 1, `${line}: ${err}`)
  }
})

/** Names in the first column of a table of docs/command.md, beside what stands next to them. */
const rows = (first: RegExp) =>
  readProjectFile('docs/command.md')
    .split('\n')
    .flatMap(line => {
      const [, name = '', ...cells] = line.split(/ ?\| ?/)
      return first.test(name) ? [[name.replaceAll('`', ''), ...cells] as const] : []
    })

test('docs/command.md lists the commands, as --help does', async () => {
  assert.deepEqual(
    rows(/^`[a-z]/).map(([name, does]) => [name, does]),
    Object.entries(COMMANDS).map(([name, { does }]) => [name, does])
  )
})

test('docs/command.md lists the options of what finds, and each command takes those that are said to be its', async () => {
  const options = rows(/^`--/)
  for (const list of ['events', 'orders', 'letters']) {
    const { out } = await runOperator(paidonce, [list, '--help'], {})
    const helped = new Set([...out.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option))
    const listed = options.filter(([, of = '']) => of.split(', ').includes(list)).map(([option]) => option)
    assert.deepEqual(listed.sort(), [...helped].filter(option => option !== '--no-install').sort(), list)
    for (const option of listed) {
      const { err } = await runOperator(paidonce, [list, option, 'x', '--limit', '0'], {})
      assert.doesNotMatch(err, /^There is no option/, `${list} ${option}`)
    }
  }
})
