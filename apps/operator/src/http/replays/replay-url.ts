import { listUrl, type Params } from '../finding/list-url.ts'

/** Where the console shows what a replay of these events would come to. */
export const previewUrl = (which: Params): string => listUrl('/replays/new', which)

export const replayUrl = (id: string, action = ''): string => `/replays/${id}${action}`
