import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { startReceiver } from '../stripe/start-receiver.ts'
import { GOOD, runTrigger } from '../trigger/run-trigger.ts'
import { createScreen } from '../trigger/screen.ts'
import { UsageError } from '../trigger/usage-error.ts'

const SECRET = 'whsec_of_the_receiver'

const event = (id: string) => JSON.stringify({ id, object: 'event', type: 'a.b', data: { object: {} } })

/** A folder with these files. */
function folderOf(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

async function replay(t: TestContext, ...args: readonly string[]) {
  const receiver = await startReceiver({ secret: SECRET })
  t.after(receiver.stop)
  let shown = ''
  const write = (text: string) => (shown += text)
  const end = runTrigger({
    argv: ['replay', ...args, '--to', receiver.url, '--secret', SECRET],
    env: {},
    runFilePath: '/nowhere/run.json',
    seed: 'random',
    screen: createScreen({ output: { write }, color: false, now: () => 0 }),
    write
  })
  const ids = () => receiver.received.map(delivery => delivery.event.id)
  return { end, ids, receiver, shown: () => shown }
}

const FOLDER = {
  '10.json': event('evt_10'),
  '2.json': event('evt_2'),
  '2-more/b.ndjson': `${event('evt_b2')}\n${event('evt_b1')}\n`,
  '2-more/a.jsonl': event('evt_a'),
  'notes.txt': 'not an event'
}

test('a folder is sent in name order, the lines of a file in theirs, and what is no event file is left alone', async t => {
  const { end, ids, shown } = await replay(t, folderOf(t, FOLDER))
  assert.equal(await end, GOOD)
  assert.deepEqual(ids(), ['evt_10', 'evt_a', 'evt_b2', 'evt_b1', 'evt_2'])
  assert.match(shown(), /replay {2}4 files, 5 events, 5 deliveries/)
  assert.match(shown(), /evt_a a\.b → 200 in/)
})

test('files are sent in the order in which they are named, whatever their endings', async t => {
  const folder = folderOf(t, { ...FOLDER, 'last.event': `\ufeff${event('evt_last')}` })
  const { end, ids } = await replay(t, join(folder, 'last.event'), join(folder, '2.json'))
  assert.equal(await end, GOOD)
  assert.deepEqual(ids(), ['evt_last', 'evt_2'])
})

test('what is sent is what the file holds, byte for byte, with a fresh signature', async t => {
  const text = `{ "id": "evt_first", "id": "evt_1",\t"object": "event", "type": "a.b", "n": 1.50, "t": "\\ud800" }\r\n`
  const { end, receiver } = await replay(t, folderOf(t, { 'odd.json': text }))
  assert.equal(await end, GOOD)
  const [delivery] = receiver.received
  assert.equal(delivery?.event.id, 'evt_1')
  assert.equal(delivery.headers['content-length'], `${Buffer.byteLength(text)}`)
})

test('a replay can be disturbed like anything else', async t => {
  const { end, ids } = await replay(t, folderOf(t, FOLDER), '--duplicates', '1', '--shuffle', '--seed', '1')
  assert.equal(await end, GOOD)
  assert.equal(ids().length, 10)
  assert.equal(new Set(ids()).size, 5)
})

test('if a file is no event every such place is named, and nothing is sent', async t => {
  const folder = folderOf(t, { ...FOLDER, '1.json': '{', '3.json': '[]' })
  const { end, ids } = await replay(t, folder)
  await assert.rejects(end, (error: Error) => {
    assert.ok(error instanceof UsageError)
    assert.match(
      error.message,
      /Nothing was sent:\n.*1\.json is not JSON\n.*3\.json is no event: it is a list/
    )
    return true
  })
  assert.deepEqual(ids(), [])
})

for (const [what, name, sentence] of [
  ['is not there', 'nowhere', /There is no .*nowhere\./],
  ['is a folder without events', '', /holds no event file: they end in \.json, \.jsonl or \.ndjson\./]
] as const) {
  test(`a path that ${what} is refused with a sentence`, async t => {
    const { end } = await replay(t, join(folderOf(t, { 'notes.txt': '' }), name))
    await assert.rejects(end, sentence)
  })
}
