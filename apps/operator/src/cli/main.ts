import { paidonce } from './paidonce.ts'
import { runCommand } from './run-command.ts'

await runCommand(paidonce, process)
