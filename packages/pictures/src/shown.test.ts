import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '@paidonce/local-stack/project-root'
import { PICTURES } from './pictures.ts'
import { madeFrom } from './svg/draw.ts'
import { readElement } from './svg/read-drawing.ts'

const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), 'utf8')
const below = (folder: string) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .sort()
const documents = ['README.md', ...below('docs').filter(path => path.endsWith('.md'))].map(path => read(path))

test('docs/pictures holds the pictures of the table and no others', () => {
  const there = below(join('docs', 'pictures')).filter(path => path.endsWith('.svg'))
  assert.deepEqual(there, PICTURES.map(({ name }) => join('docs', 'pictures', `${name}.svg`)).sort())
})

for (const { name, alt, command, before } of PICTURES) {
  const file = `${name}.svg`

  test(`${file} says what it shows and by which command it was made`, () => {
    const svg = read('docs', 'pictures', file)
    assert.equal(readElement(svg, 'title'), alt)
    assert.equal(readElement(svg, 'desc'), madeFrom(command, before))
  })

  test(`a document shows ${file} and the command that it is of`, () => {
    assert.ok(
      documents.some(text => new RegExp(`[(/]${file}\\)`).test(text)),
      `no document shows ${file}`
    )
    assert.ok(
      documents.some(text => text.includes(command)),
      `no document tells of ${command}`
    )
  })
}
