import { whenUnread } from '@paidonce/shared/when-unread'
import { paidonce } from './paidonce.ts'
import { runCommand } from './run-command.ts'

whenUnread([process.stdout, process.stderr], () => process.exit(0))
await runCommand(paidonce, process)
