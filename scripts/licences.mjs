/** Licences that ask of whoever runs or passes on the program no more than to keep their notice. SPDX's names. */
export const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib'
]

/**
 * The folders below node_modules that the rooms run on: what their manifests ask for, and what that asks for, as Node.js
 * would find it. `packages` is that part of package-lock.json. Throws when the lock lacks one.
 */
export function productionTree(packages, rooms) {
  const found = new Set()
  const visit = path => {
    const at = packages[path].link ? packages[path].resolved : path
    if (found.has(at)) return
    found.add(at)
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta = {} } = packages[at]
    for (const name of Object.keys({ ...peerDependencies, ...optionalDependencies, ...dependencies })) {
      const next = lookUp(packages, at, name)
      if (next !== undefined) visit(next)
      else if (!peerDependenciesMeta[name]?.optional && optionalDependencies?.[name] === undefined)
        throw new Error(`package-lock.json lacks ${name}, which ${at} asks for: run npm install.`)
    }
  }
  for (const room of rooms) visit(room)
  return [...found].filter(path => path.startsWith('node_modules/') || path.includes('/node_modules/')).sort()
}

/** Where Node.js finds a package that a file in `from` imports: in the nearest node_modules above it. */
function lookUp(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[path] !== undefined) return path
    if (folder === '') return undefined
  }
}

/** The licence that a manifest names, in the form of today or in one of the old ones. Undefined if it names none. */
export function licenceIn({ license, licenses } = {}) {
  const [one, ...more] = [license ?? licenses ?? []].flat().map(named => named?.type ?? named)
  return more.length === 0 ? one : `(${[one, ...more].join(' OR ')})`
}

/** Whether we may use what is under `licence`, an expression of SPDX: of an OR we choose a part, an AND binds us to all. */
export function isAllowed(licence) {
  const words = licence?.match(/[()]|[^\s()]+/g) ?? []
  const any = () => {
    let allowed = all()
    while (words[0] === 'OR' && words.shift()) allowed = all() || allowed
    return allowed
  }
  const all = () => {
    let allowed = one()
    while (words[0] === 'AND' && words.shift()) allowed = one() && allowed
    return allowed
  }
  const one = () => {
    const word = words.shift()
    if (word !== '(') return allowedLicences.includes(word)
    const allowed = any()
    return words.shift() === ')' && allowed
  }
  return any() && words.length === 0
}
