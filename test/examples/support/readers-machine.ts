import { dirname } from 'node:path'
import type { TestContext } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { copyOfProject } from './copy-of-project.ts'
import { openTerminals } from './terminal.ts'

/** The ports that documents name. */
export const PORTS = {
  webhook: 4400,
  health: 4401,
  twin: 4410,
  shop: 4420,
  console: 4450,
  settle: 4402,
  mail: 4480,
  smtp: 4425,
  postgres: 4432,
  redis: 4479
}

/** A port of the documents → a free one; also for the other ones given. */
export async function freePorts(others: readonly number[] = []): Promise<ReadonlyMap<number, number>> {
  const ports = new Map<number, number>()
  for (const port of [...Object.values(PORTS), ...others]) ports.set(port, await freePort())
  return ports
}

/** Terminals in a copy of the project, on ports that are free here. */
export async function readersMachine(t: TestContext, ports: ReadonlyMap<number, number>) {
  const moved = Object.entries(PORTS).map(([name, port]) => [
    `PAIDONCE_${name.toUpperCase()}_PORT`,
    `${ports.get(port)}`
  ])
  const env = {
    PATH: `${process.env.PATH}:${dirname(process.execPath)}`,
    HOME: process.env.HOME ?? '',
    ...Object.fromEntries(moved)
  }
  return openTerminals(t, { cwd: copyOfProject(t), env })
}
