import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../../processes/run-command.ts'
import { untar } from './unpack.ts'

type Wanted = Readonly<{ name: string; version: string; folder: string; signal: AbortSignal | undefined }>

/** A package of npm, unpacked in a folder below `folder`; none of its scripts is run. Undefined when it cannot be had. */
export async function fetchPackage({ name, version, folder, signal }: Wanted): Promise<string | undefined> {
  const place = join(folder, name.replaceAll(/\W/g, '-'))
  await mkdir(place, { recursive: true })
  const args = ['pack', `${name}@${version}`, '--pack-destination', place, '--ignore-scripts', '--silent']
  const { ok } = await runCommand({ command: 'npm', args, timeoutMs: 600_000, signal })
  const archive = (await readdir(place)).find(entry => entry.endsWith('.tgz'))
  if (!ok || archive === undefined) return undefined
  await untar(join(place, archive), place, signal)
  return join(place, 'package')
}
