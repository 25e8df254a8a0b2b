import { checkInvariantsCommand } from '../check-invariants.ts'

const MISUSED = 2
const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)

try {
  const streams = { out: write(process.stdout), err: write(process.stderr) }
  process.exitCode = await checkInvariantsCommand(process.argv.slice(2), process.env, streams)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'failed'}\n`)
  process.exitCode = MISUSED
}
