import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allowedLicences, isAllowed, licenceIn, productionTree } from './licences.mjs'

// node scripts/check-licences.mjs: whether all that the programs run on may be used and passed on.

const root = fileURLToPath(new URL('..', import.meta.url))
const read = path => JSON.parse(readFileSync(join(root, path), 'utf8'))

const { packages } = read('package-lock.json')
const rooms = readdirSync(join(root, 'apps')).map(name => `apps/${name}`)
const tree = productionTree(packages, rooms)
const complaints = tree.flatMap(path => {
  const licence = licenceOf(path)
  return isAllowed(licence) ? [] : [`  ${path}: ${licence ?? 'names no licence'}`]
})
if (complaints.length === 0) {
  process.stdout.write(`The licences of all ${tree.length} packages that the programs run on are fine.\n`)
} else {
  process.stderr.write(
    `The programs run on packages whose licence is not among those we allow (${allowedLicences.join(', ')}):\n` +
      `${complaints.join('\n')}\n` +
      'Use another package, or add the licence to scripts/licences.mjs after reading it.\n'
  )
  process.exitCode = 1
}

/** What is for other systems than this one is not installed: of that the lock knows. */
function licenceOf(path) {
  const manifest = join(path, 'package.json')
  return licenceIn(existsSync(join(root, manifest)) ? read(manifest) : packages[path])
}
