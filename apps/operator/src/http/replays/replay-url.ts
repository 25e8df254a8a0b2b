import { listUrl, type Params } from '../finding/list-url.ts'

/** Where the console shows what a replay of these events would come to. */
export const replayUrl = (which: Params): string => listUrl('/replays/new', which)
