import type { Ports } from '@paidonce/local-stack/start/settings'

type Moved = Readonly<{ used: Ports; usual: Ports }>

/**
 * What is not shown as it was printed, and nothing else is: the ports, since pictures are taken on free ones, become those of
 * an `npm start` that nobody moved; and what is secret, which is another on each machine, is left out.
 */
export function withUsualValues(output: string, { used, usual }: Moved): string {
  const ports = Object.entries(used) as [keyof Ports, number][]
  return ports
    .reduce((text, [name, port]) => text.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${usual[name]}`), output)
    .replaceAll(/whsec_[\w-]{32}/g, 'whsec_…')
    .replaceAll(/(with the password )[\w-]{16}/g, '$1…')
}
