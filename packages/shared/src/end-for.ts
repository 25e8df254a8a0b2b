/** Ends the program by its one way out, that of uncaught errors: it closes what is open and leaves with exit code 1. */
export function endFor(error: Error): void {
  queueMicrotask(() => {
    throw error
  })
}
