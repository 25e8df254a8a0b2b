import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFree } from '@paidonce/local-stack/free-port'
import { findPython } from '@paidonce/local-stack/python/find-python'
import { commandsOf } from '../documents/blocks.ts'
import { eventually } from '../support/eventually.ts'
import { postForm } from './support/example-shop.ts'
import { freePorts, PORTS, readersMachine } from './support/readers-machine.ts'

/** Of the consumer in Python. */
const CONSUMER_PORT = 4430

test('every command of docs/integrating.md does what the text says, typed word for word', async t => {
  const ports = await freePorts([CONSUMER_PORT])
  const port = (documented: number) => ports.get(documented) ?? 0
  const { type, run } = await readersMachine(t, ports)
  const left = [...commandsOf('docs/integrating.md')]
  /** The next command of the document, which must begin so, with the ports that are free here. */
  const next = (beginning: string): string => {
    const command = left.shift() ?? ''
    assert.ok(command.startsWith(beginning), `the document says: ${command}`)
    return command.replaceAll(
      /127\.0\.0\.1:(\d+)/g,
      (_, documented) => `127.0.0.1:${port(Number(documented))}`
    )
  }

  const shopCommand = next('npm start')
  const shop = type(shopCommand)
  const welcome = await shop.says(/Ctrl-C\n/)
  assert.match(welcome, new RegExp(`Shop +http://127.0.0.1:${port(PORTS.shop)}\n`))
  const second = type(shopCommand)
  assert.equal(await second.ended, 1)
  assert.match(second.said(), /already running here \(pid /)

  const shopUrl = `http://127.0.0.1:${port(PORTS.shop)}`
  const [, id = ''] = (await (await fetch(shopUrl)).text()).match(/name="id" value="(\w+)"/) ?? []
  const basket = { id, product: 'tea', quantity: '2', email: 'ann@example.com', locale: 'en' }
  const { headers } = await postForm(`${shopUrl}/buy`, basket)
  await postForm(headers.get('location') ?? '', { way: 'card', email: 'ann@example.com', name: 'Ann' })
  await eventually(async () => assert.match(await (await fetch(`${shopUrl}/orders/${id}`)).text(), /Shipped/))

  const shown = await run(next('npm run order').replace(/\b[A-Z0-9]{12}\b/, id))
  assert.match(shown, new RegExp(`order ${id} +fulfilled`))
  assert.match(await shop.ctrlC(), /Stopped\.\n$/)
  for (const used of ports.values()) assert.ok(await isFree(used), `something still listens on ${used}`)

  const everything = type(next('npm start'))
  assert.doesNotMatch(await everything.says(/Ctrl-C\n/), /Shop/)
  const consumer = type(`PORT=${port(CONSUMER_PORT)} ${await withPython(next('FORWARD_SECRET='))}`)
  await consumer.says(/ready/)
  const forwarder = type(next('REDIS_URL='))
  await forwarder.says(/ready/)
  await run(next('npm run trigger'))
  await consumer.says(/heard order\.fulfilled of order 2001\n/)
  const orderCommand = next('npm run order')
  await eventually(async () => assert.match(await run(orderCommand), /order\.fulfilled +ann-\d+ +done/))
  await forwarder.ctrlC()
  await consumer.ctrlC()
  assert.match(await everything.ctrlC(), /Stopped\.\n$/)

  // These need an account at Stripe; that they are the right ones, another test knows.
  const rest = left.filter(command => command !== shopCommand)
  assert.deepEqual(
    rest.filter(command => !command.startsWith('stripe ')),
    []
  )
})

/** With a Python that was found, where the document says python3. */
const withPython = async (command: string): Promise<string> =>
  command.replace('python3', (await findPython()).join(' '))
