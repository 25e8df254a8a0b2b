/** A server of our own on this machine. */
export type Server = Readonly<{
  url: string
  port: number
  /** Number of the real server process (of PostgreSQL: the postmaster); after a restart another one. */
  pid: number
  /** Sends a signal to the real server process. SIGSTOP and SIGCONT halt and resume all of the server. */
  kill(signal: NodeJS.Signals): void
  /** Stops it in good order; its data stays. Does nothing when it has ended already. */
  stop(): Promise<void>
  /** Stops it if it runs, and starts it again on the same port and data, also after it was killed. */
  restart(): Promise<void>
  /** Calls back once when the server ends without having been asked to by `stop`, `restart` or `kill`. */
  onUnexpectedEnd(listener: (how: string) => void): void
}>
