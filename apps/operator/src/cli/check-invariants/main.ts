import { checkInvariantsCommand } from '../check-invariants.ts'
import { runCommand } from '../run-command.ts'

await runCommand(checkInvariantsCommand, process)
