import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandsOf } from '../documents/blocks.ts'
import { freePorts, readersMachine } from '../examples/support/readers-machine.ts'
import { eventually } from '../support/eventually.ts'

test('every command of docs/own-facts.md does what the text says, typed word for word', async t => {
  const { type, run } = await readersMachine(t, await freePorts())
  const [start = '', replay = '', order = '', unitTest = '', ...rest] = commandsOf('docs/own-facts.md')

  const everything = type(start)
  await everything.says(/Ctrl-C\n/)
  await run(replay)
  await eventually(async () => assert.match(await run(order), /order 3001 +fulfilled/))
  await everything.ctrlC()
  await run(unitTest)

  assert.deepEqual(
    rest.filter(command => !command.startsWith('docker compose up ')),
    []
  )
})
