import { rebuildCommand } from '../rebuild.ts'
import { runCommand } from '../run-command.ts'

await runCommand(rebuildCommand, process)
