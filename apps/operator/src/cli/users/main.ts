import { runCommand } from '../run-command.ts'
import { users } from '../users.ts'

await runCommand(users, process)
