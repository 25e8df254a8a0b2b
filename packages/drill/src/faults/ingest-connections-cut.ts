import { ofAnIngest } from './with-program.ts'

export const ingestConnectionsCut = ofAnIngest(
  'the connections of an ingest to Redis are cut',
  async ingest => {
    ingest.redis.cut()
    return 'done'
  }
)
