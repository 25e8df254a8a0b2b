import type { Line } from '../trigger/screen.ts'
import { counted } from '../trigger/words.ts'
import type { Replay } from './make-replay.ts'

/** What is going to be sent. */
export function replayLine({ files, deliveries, seed }: Replay): Line {
  const events = new Set(deliveries.map(({ event }) => event)).size
  const amounts = [counted(files, 'file'), counted(events, 'event'), counted(deliveries.length, 'delivery')]
  return [['strong', 'replay'], `  ${amounts.join(', ')}`, ['soft', `  seed ${seed}`]]
}
