import { Refusal } from './refusal.ts'

type Watched = Readonly<{ isRedisReady: () => boolean; isRoomLeft: () => boolean }>

/**
 * Whether deliveries are taken. Draining has two steps: first the balancer is told to look away while we serve on,
 * then what still comes is refused.
 */
export function createReadiness({ isRedisReady, isRoomLeft }: Watched) {
  let stage: 'serving' | 'draining' | 'closing' = 'serving'

  return {
    startDraining: () => {
      stage = 'draining'
    },
    startClosing: () => {
      stage = 'closing'
    },

    /** Connections should go elsewhere from now on. */
    isLeaving: () => stage !== 'serving',

    notReady: () => {
      if (stage !== 'serving') return 'draining'
      if (!isRedisReady()) return 'redis'
      return isRoomLeft() ? undefined : 'no room in redis'
    },

    /** Throws Refusal. Redis itself is not asked: the command about to be sent will tell. */
    admit: () => {
      if (stage === 'closing') throw new Refusal('DRAINING')
      if (!isRoomLeft()) throw new Refusal('NO_ROOM')
    }
  }
}
