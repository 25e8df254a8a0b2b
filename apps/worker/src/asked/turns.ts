type Turn<Result> = { readonly now: Promise<Result>; next?: Promise<Result> }

/**
 * Work about one key never runs side by side. Whoever asks meanwhile shares the next run, which begins after they asked, so
 * that they learn of everything that had happened by then; however many they are, it is one run.
 */
export function createTurns<Result>() {
  const turns = new Map<string, Turn<Result>>()

  return function take(key: string, work: () => Promise<Result>): Promise<Result> {
    const turn = turns.get(key)
    if (turn === undefined) return begin(key, work)
    const begun = () => begin(key, work)
    turn.next ??= turn.now.then(begun, begun)
    return turn.next
  }

  function begin(key: string, work: () => Promise<Result>): Promise<Result> {
    const turn: Turn<Result> = { now: work() }
    turns.set(key, turn)
    const end = () => {
      if (turn.next === undefined) turns.delete(key)
    }
    turn.now.then(end, end)
    return turn.now
  }
}
