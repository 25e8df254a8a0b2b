import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { commandOf } from '../processes/command-of.ts'
import { runCommand } from '../processes/run-command.ts'

export type PortOwner = Readonly<{ pid: number; program: string }>

/** Who listens on this port; undefined when the system does not tell, as of other users' programs. */
export async function portOwner(port: number): Promise<PortOwner | undefined> {
  const pid = process.platform === 'linux' ? pidFromProc(port) : await pidFromLsof(port)
  if (pid === undefined) return undefined
  return { pid, program: programName(commandOf(pid) ?? '') }
}

/** The inodes of the sockets that listen on a port, from the text of /proc/net/tcp or tcp6. */
export function listeningInodes(table: string, port: number): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const rows = table
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
  const listening = rows.filter(([, local = '', , state]) => local.endsWith(wanted) && state === '0A')
  return listening.map(row => row[9] ?? '')
}

/** The process number in the output of `lsof -Fp`. */
export function parseLsof(output: string): number | undefined {
  const [, pid] = output.match(/^p(\d+)$/m) ?? []
  return pid === undefined ? undefined : Number(pid)
}

/** What to call a program by its command line: of Node.js, its script as well. */
export function programName(command: string): string {
  const [program = 'a program', ...args] = command.split(' ').filter(word => word !== '')
  const name = baseName(program).replace(/:$/, '')
  const script = args.find(arg => !arg.startsWith('-'))
  return name === 'node' && script !== undefined ? `node ${script}` : name
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function pidFromProc(port: number): number | undefined {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(read)
  const links = tables.flatMap(table => listeningInodes(table, port)).map(inode => `socket:[${inode}]`)
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const owner = pids.find(pid => openFiles(pid).some(file => links.includes(file)))
  return owner === undefined ? undefined : Number(owner)
}

function openFiles(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map(fd => link(`/proc/${pid}/fd/${fd}`))
  } catch {
    return [] // another user's, or it ended
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function pidFromLsof(port: number): Promise<number | undefined> {
  const args = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp']
  return parseLsof((await runCommand({ command: 'lsof', args, timeoutMs: 5_000 })).output)
}
