/** A Chromium or Chrome that can be started. */
export type BrowserProgram = Readonly<{
  command: string
  /** What it must find in its environment besides ours. */
  env?: Readonly<Record<string, string>>
}>

/** What a source may use. `say` shows one line to the user where something takes long. */
export type FindBrowser = Readonly<{
  /** Folder below which a fetched browser is kept: `.local/chromium`. */
  cache: string
  /** A browser that the user names (CHROME_PATH). */
  chromePath?: string | undefined
  say(line: string): void
  signal?: AbortSignal | undefined
}>

/** Where a browser may come from. Gives undefined when this machine has none there. */
export type BrowserSource = Readonly<{
  name: string
  find(options: FindBrowser): Promise<BrowserProgram | undefined>
}>
