/** Seconds in which events were created, both ends included. */
export type Window = Readonly<{ account: string; since: number; until: number }>
