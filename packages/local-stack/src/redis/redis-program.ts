/** A Redis (or Valkey) server that can be started: a program on this machine, or an image of Docker. */
export type RedisProgram =
  | Readonly<{ kind: 'binary'; command: string; libraries?: string }>
  | Readonly<{ kind: 'docker'; image: string }>

/** What a source may use. `say` shows one line to the user where something takes long. */
export type Find = Readonly<{
  /** Folder below which fetched programs are kept, shared by all instances. */
  cache: string
  say(line: string): void
  signal?: AbortSignal | undefined
}>

/** Where a Redis may come from. Gives undefined when this machine has none there. */
export type RedisSource = Readonly<{ name: string; find(options: Find): Promise<RedisProgram | undefined> }>
