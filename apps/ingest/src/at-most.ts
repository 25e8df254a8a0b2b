/** Says yes to at most `times` questions of each stretch of `ms` that begins with one. */
export function atMost(times: number, ms: number): (nowMs: number) => boolean {
  let began = Number.NEGATIVE_INFINITY
  let said = 0
  return nowMs => {
    // A clock that was put back begins anew, too.
    if (nowMs - began >= ms || nowMs < began) {
      began = nowMs
      said = 0
    }
    said += 1
    return said <= times
  }
}
