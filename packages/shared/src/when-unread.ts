type Output = Readonly<{ on: (event: 'error', listener: (error: Error) => void) => unknown }>

/** What a program does whose reader has left, as `head` does: there is nobody to tell more. Any other error of an output is thrown. */
export function whenUnread(outputs: readonly Output[], leave: () => void): void {
  for (const output of outputs)
    output.on('error', error => {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
      leave()
    })
}
