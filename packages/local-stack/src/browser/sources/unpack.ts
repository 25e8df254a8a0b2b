import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { runCommand } from '../../processes/run-command.ts'

/** Unpacks one Brotli file. */
export const inflate = (from: string, to: string, mode = 0o644): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }))

/** Unpacks an archive into a folder that is there. Throws an Error with what tar said. */
export async function untar(archive: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const args = ['-xf', archive, '-C', folder, '--no-same-owner']
  const { ok, output } = await runCommand({ command: 'tar', args, signal })
  if (!ok) throw new Error(`tar cannot unpack ${archive}: ${output.trim()}`)
}
