/** A step of a relay that is due only every so often, the first time at once. It never has more to do. */
export function seldom(everyMs: number, step: () => Promise<void>, now = () => performance.now()) {
  let due = Number.NEGATIVE_INFINITY
  return async (): Promise<boolean> => {
    if (now() >= due) {
      await step()
      due = now() + everyMs
    }
    return false
  }
}
