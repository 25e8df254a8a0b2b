type Step = Readonly<{ name: string; close: () => unknown }>

export type Closer = ReturnType<typeof createCloser>

/** Closes what was opened: last first, once, and on past a step that fails. */
export function createCloser() {
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
      try {
        await close()
      } catch (cause) {
        failures.push(new Error(`closing ${name} failed`, { cause }))
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'shutdown was not clean')
  }
}
