import { reconcileCommand } from '../reconcile.ts'
import { runCommand } from '../run-command.ts'

await runCommand(reconcileCommand, process)
