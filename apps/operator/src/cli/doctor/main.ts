import { doctor } from '../doctor.ts'
import { runCommand } from '../run-command.ts'

await runCommand(doctor, process)
