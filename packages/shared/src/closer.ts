type Step = Readonly<{ name: string; close: () => unknown }>

export type Closer = ReturnType<typeof createCloser>

const SLOW_MS = 5_000

/** Closes what was opened: last first, once, and on past a step that fails. `onSlow` hears of a step that takes seconds. */
export function createCloser(onSlow: (name: string) => void = () => undefined, slowMs = SLOW_MS) {
  const steps: Step[] = []
  let closing: Promise<void> | undefined

  return {
    onClose(name: string, close: Step['close']) {
      steps.push({ name, close })
    },
    /** Every caller gets the same outcome. Rejects with an AggregateError naming the steps that failed. */
    close: () => (closing ??= closeAll())
  }

  async function closeAll() {
    const failures: Error[] = []
    for (const { name, close } of steps.reverse()) {
      const slow = setTimeout(() => onSlow(name), slowMs)
      try {
        await close()
      } catch (cause) {
        failures.push(new Error(`closing ${name} failed`, { cause }))
      } finally {
        clearTimeout(slow)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'shutdown was not clean')
  }
}
