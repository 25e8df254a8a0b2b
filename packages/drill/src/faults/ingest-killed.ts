import { ofAnIngest } from './with-program.ts'

export const ingestKilled = ofAnIngest('an ingest is killed at any moment', async ingest => {
  ingest.kill('SIGKILL')
  return 'done'
})
