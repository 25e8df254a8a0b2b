type Ports = Readonly<{ finish: (ids: readonly string[]) => Promise<unknown>; onHeard: () => void }>

/** Gathers announcements that are heard to be completed, so that one statement finishes many. */
export function createFinishCompleted({ finish, onHeard }: Ports) {
  let heard: string[] = []
  return {
    hear: (announcementId: string) => {
      heard.push(announcementId)
      if (heard.length === 1) onHeard()
    },
    finishHeard: async (): Promise<boolean> => {
      const ids = heard
      heard = []
      // Forgotten if this fails: the look for what vanished comes upon them.
      if (ids.length > 0) await finish(ids)
      return false
    }
  }
}
