import { runCommand } from '../run-command.ts'
import { tokens } from '../tokens.ts'

await runCommand(tokens, process)
