import { killWhen, ofAnIngest } from './with-program.ts'

export const ingestKilledBeforeAnswer = ofAnIngest(
  'an ingest is killed when Redis has the event, before it answers',
  ingest => killWhen(ingest, ingest.redis.wire, { wants: said => said === 'job added', fate: 'drop' })
)
