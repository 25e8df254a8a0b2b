import type { NamedPort } from '../ports/refuse-busy-ports.ts'

const defaults = {
  webhook: 4400,
  health: 4401,
  settle: 4402,
  twin: 4410,
  shop: 4420,
  console: 4450,
  mail: 4480,
  smtp: 4425,
  postgres: 4432,
  redis: 4479
} as const

export type PortName = keyof typeof defaults

export type Ports = Readonly<Record<PortName, number>>

type Environment = Readonly<Record<string, string | undefined>>

/** The ports of `npm start`, each from its variable or as we chose it. Throws, naming every bad one. */
export function readPorts(env: Environment): Ports {
  const entries = Object.entries(defaults).map(([name, port]) => {
    const wanted = env[portVariable(name)]
    return [name, wanted === undefined || wanted === '' ? port : Number(wanted)] as const
  })
  const bad = entries.filter(([, port]) => !Number.isInteger(port) || port < 1 || port > 65_535)
  if (bad.length > 0) {
    throw new Error(bad.map(([name]) => `${portVariable(name)} must be a port, 1 to 65535`).join('\n'))
  }
  const twice = entries.filter(([, port], index) => entries.findIndex(other => other[1] === port) !== index)
  if (twice.length > 0) {
    throw new Error(
      twice.map(([name, port]) => `${portVariable(name)}: port ${port} is given twice`).join('\n')
    )
  }
  return Object.fromEntries(entries) as Ports
}

/** The environment variable that moves a port. */
export function portVariable(name: string): string {
  return `PAIDONCE_${name.toUpperCase()}_PORT`
}

/** The ports that must be free, with their variables. */
export function namedPorts(ports: Ports, without: readonly PortName[]): NamedPort[] {
  const names = (Object.keys(ports) as PortName[]).filter(name => !without.includes(name))
  return names.map(name => ({ port: ports[name], variable: portVariable(name) }))
}
