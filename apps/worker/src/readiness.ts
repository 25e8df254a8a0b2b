type Watched = Readonly<{ isRedisReady: () => boolean; isHolding: () => boolean }>

/** Whether this worker works, and if not, what it waits for. Nobody sends it anything: this is for people and supervisors. */
export function createReadiness({ isRedisReady, isHolding }: Watched) {
  let stage: 'starting' | 'working' | 'stopping' = 'starting'
  return {
    startWorking: () => {
      stage = 'working'
    },
    startStopping: () => {
      stage = 'stopping'
    },
    notReady: () => {
      if (isHolding()) return 'postgres'
      if (!isRedisReady()) return 'redis'
      return stage === 'working' ? undefined : stage
    }
  }
}
