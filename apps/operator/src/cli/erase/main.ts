import { erase } from '../erase.ts'
import { runCommand } from '../run-command.ts'

await runCommand(erase, process)
