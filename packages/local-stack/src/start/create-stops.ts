type Part = Readonly<{ name: string; stop: () => void | Promise<void> }>

/** Collects what must be stopped. `stopAll` stops the last first, goes on past a failure, and tells the failures. */
export function createStops() {
  const parts: Part[] = []
  return {
    onStop(name: string, stop: Part['stop']): void {
      parts.push({ name, stop })
    },
    async stopAll(): Promise<string[]> {
      const failures: string[] = []
      for (const { name, stop } of parts.splice(0).reverse()) {
        try {
          await stop()
        } catch (err) {
          failures.push(`Stopping ${name} failed: ${(err as Error).message}`)
        }
      }
      return failures
    }
  }
}
