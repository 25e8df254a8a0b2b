export type Start = Readonly<{
  /** A folder for what the browser keeps. */
  profile: string
  /** Turns every page dark that has no dark colours of its own, as some mail programs do. */
  forcesDark: boolean
  isSandboxed: boolean
}>

/** The command line of a browser without windows that is driven over pipes and reaches this machine alone. */
export const browserArguments = ({ profile, forcesDark, isSandboxed }: Start): string[] => [
  '--headless',
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  ...(forcesDark ? ['--blink-settings=forceDarkModeEnabled=true'] : []),
  ...(isSandboxed ? [] : ['--no-sandbox'])
]
