import { order } from './order.ts'
import { runCommand } from './run-command.ts'

await runCommand(order, process)
