import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** `path` is relative to the project's folder. */
export type Source = Readonly<{ path: string; text: string }>

/** All TypeScript of the project, tests included. */
export function readSources(): Source[] {
  const rooms = ['apps', 'packages'].flatMap(parent =>
    readdirSync(join(ROOT, parent)).map(name => `${parent}/${name}/src`)
  )
  return [...rooms, 'test', 'bench'].flatMap(sourcesBelow)
}

function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !/(^|\/)(dist|node_modules)\//.test(name)
    )
    .map(name => ({ path: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') }))
}

export type Import = Readonly<{ from: string; isType: boolean }>

/** Every import and re-export of a file, static and dynamic. */
export function importsOf({ text }: Pick<Source, 'text'>): Import[] {
  const fixed = [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]/gm)]
  const bare = [...text.matchAll(/^import\s+['"]([^'"]+)['"]/gm)]
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)]
  return [
    ...fixed.map(match => ({ from: match[2] ?? '', isType: match[1] !== undefined })),
    ...[...bare, ...dynamic].map(match => ({ from: match[1] ?? '', isType: false }))
  ]
}
