import { gaps } from '../gaps.ts'
import { runCommand } from '../run-command.ts'

await runCommand(gaps, process)
