import { freePort } from '@paidonce/local-stack/free-port'
import { type Ports, portVariable, readPorts } from '@paidonce/local-stack/start/settings'

/** Of the caller's environment only what finding programs needs: NO_COLOR or a database of one's own would show. */
const KEPT = /^(PATH|HOME|TMPDIR|.*_proxy)$/i

/** For a terminal in which an `npm start` listens on these ports. */
export function terminalEnvironment(env: Readonly<Record<string, string | undefined>>, ports: Ports) {
  const kept = Object.entries(env).filter(([name]) => KEPT.test(name))
  const moved = Object.entries(ports).map(([name, port]) => [portVariable(name), String(port)])
  return { ...Object.fromEntries([...kept, ...moved]), TERM: 'xterm-256color', LANG: 'C.UTF-8' }
}

/** Ports for an `npm start` beside one that may be running. */
export async function freePorts(): Promise<Ports> {
  const moved: Record<string, string> = {}
  for (const name of Object.keys(readPorts({}))) moved[portVariable(name)] = String(await freePort())
  return readPorts(moved)
}
