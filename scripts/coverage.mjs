import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Rooms whose lines must be run by the tests. The others are tried from outside, as whole programs. */
export const coveredRooms = ['packages/core', 'packages/ledger']
export const floorPercent = 95
const namedFiles = 5

/**
 * How many lines of each room the tests ran, by file, out of the raw notes that Node.js left in `notes` (NODE_V8_COVERAGE).
 * A file that nothing loaded counts as not run at all; one that holds only types does not count.
 */
export async function measureCoverage({ root, notes }) {
  if (!existsSync(notes) || readdirSync(notes).length === 0)
    throw new Error(`No process of the tests left notes of what it ran in ${notes}.`)
  const { Report } = (await import('c8')).default
  const report = new Report({
    tempDirectory: notes,
    src: [root],
    include: coveredRooms.map(room => join(root, room, 'dist/**/*.js')),
    allowExternal: true, // the patterns are whole paths, so it does not matter from where this is run
    exclude: ['**/*.test.js'],
    excludeNodeModules: true,
    mergeAsync: true, // one file of notes at a time: there are hundreds
    omitRelative: true,
    resolve: ''
  })
  const map = await report.getCoverageMapFromAllCoverageFiles()
  const seen = new Map(
    map.files().map(path => [relative(root, path), map.fileCoverageFor(path).toSummary().lines])
  )
  return coveredRooms.map(room => ({
    room,
    files: sourcesOf(root, room).map(file => linesOf(file, { root, seen }))
  }))
}

/** Sources that come to be code, the tests beside them left out. */
function sourcesOf(root, room) {
  return readdirSync(join(root, room, 'src'), { recursive: true })
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => `${room}/src/${name}`)
    .filter(path => holdsCode(join(root, path.replace('/src/', '/dist/').replace(/\.ts$/, '.js'))))
    .sort()
}

/** What is left of a file of types is an empty export. */
function holdsCode(built) {
  if (!existsSync(built)) return true
  const code = readFileSync(built, 'utf8').replace(/^(\/\/.*|export \{\};?)$/gm, '')
  return code.replace(/\/\*[\s\S]*?\*\//g, '').trim() !== ''
}

function linesOf(path, { root, seen }) {
  const lines = seen.get(path)
  if (lines !== undefined) return { path, run: lines.covered, all: lines.total }
  return { path, run: 0, all: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }
}

/** A line for each room, and what is wrong, a sentence for each room below the floor. Pure. */
export function judgeCoverage(rooms, floor = floorPercent) {
  const measured = rooms.map(({ room, files }) => ({ room, files, ...sum(files) }))
  const lines = measured.map(
    ({ room, run, all }) =>
      `  ${room.padEnd(18)} ${percent(run, all).padStart(6)} of ${String(all).padStart(5)} lines   floor ${floor} %`
  )
  const problems = measured
    .filter(({ run, all }) => all === 0 || run * 100 < floor * all)
    .map(
      ({ room, files, run, all }) =>
        `The tests run ${percent(run, all)} of the lines of ${room}; at least ${floor} % must be.${leastOf(files)}`
    )
  return { lines, problems }
}

const sum = files => ({
  run: files.reduce((total, file) => total + file.run, 0),
  all: files.reduce((total, file) => total + file.all, 0)
})

// Rounded down: 94.96 is not 95.
const percent = (run, all) => `${all === 0 ? '0.0' : (Math.floor((run * 1000) / all) / 10).toFixed(1)} %`

/** The files with most lines that nothing ran. */
function leastOf(files) {
  const named = [...files]
    .filter(({ run, all }) => run < all)
    .sort((a, b) => b.all - b.run - (a.all - a.run))
    .slice(0, namedFiles)
    .map(({ path, run, all }) => `${path} (${percent(run, all)})`)
  return named.length === 0 ? '' : ` Most is missing in: ${named.join(', ')}.`
}
