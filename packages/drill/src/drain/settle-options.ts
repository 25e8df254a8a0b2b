import type { Loss } from '../faults/losses.ts'
import type { Load } from '../load/make-load.ts'
import type { SenderLog } from '../load/sender-log.ts'
import type { Scene } from '../open-scene.ts'
import type { Open } from './drain.ts'

/** What is left when load and faults are over. */
export type SettleOptions = Readonly<{
  scene: Scene
  load: Load
  sender: SenderLog
  losses: readonly Loss[]
  /** When the drill began, in ms since 1970. */
  begunAt: number
  now: () => number
  sleep: (ms: number) => Promise<void>
  onLook: (look: Open | string) => void
  signal: AbortSignal
}>

/** What Redis lost of letters and announcements is missed after a minute. */
export const DRAIN_WITHIN_MS = 300_000
