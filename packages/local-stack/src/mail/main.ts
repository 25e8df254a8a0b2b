import { once } from 'node:events'
import { startMail } from './start-mail.ts'

// The mail catcher as a program of its own, for a container. Its ports can only be reached through the container's own.

const mail = await startMail({ host: '0.0.0.0', smtpPort: 4425, webPort: 4480 })
process.stdout.write('ready: letters to port 4425 are shown on port 4480\n')
await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
await mail.stop()
