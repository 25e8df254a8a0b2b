import { isFree } from '../free-port.ts'
import { portOwner } from './port-owner.ts'

/** A port and the environment variable that moves it. */
export type NamedPort = Readonly<{ port: number; variable: string }>

/** Throws, naming every busy port with who has it and how to use another. */
export async function refuseBusyPorts(ports: readonly NamedPort[]): Promise<void> {
  const sentences = await Promise.all(
    ports.map(async ({ port, variable }) => {
      if (await isFree(port)) return undefined
      const owner = await portOwner(port)
      const who = owner === undefined ? "another user's program" : `${owner.program} (pid ${owner.pid})`
      return `Port ${port} is in use by ${who}: stop that, or choose another with ${variable}=…`
    })
  )
  const problems = sentences.filter(sentence => sentence !== undefined)
  if (problems.length > 0) throw new Error(problems.join('\n'))
}
