/** A step of a relay that is due only every so often, the first time at once. While it says that there is more, it stays due. */
export function seldom(everyMs: number, step: () => Promise<unknown>, now = () => performance.now()) {
  let due = Number.NEGATIVE_INFINITY
  return async (): Promise<boolean> => {
    if (now() < due) return false
    const more = (await step()) === true
    if (!more) due = now() + everyMs
    return more
  }
}
