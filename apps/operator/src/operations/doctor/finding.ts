/** What the doctor looks at, in the order in which it tells of it. */
export const AREAS = ['endpoint', 'secrets', 'signatures', 'clocks', 'Redis', 'PostgreSQL', 'work'] as const

export type Area = (typeof AREAS)[number]
export type Status = 'ok' | 'warning' | 'problem'

/** One thing that was looked at. `todo` is there where there is something to do. */
export type Finding = Readonly<{ area: Area; status: Status; says: string; todo?: string }>

/** What could not be looked at, and why. `isFault`: it should have been possible. */
export type Unseen = Readonly<{ place: string; why: string; isFault: boolean }>

export type Report = Readonly<{ findings: readonly Finding[]; unseen: readonly Unseen[] }>

/** Makes findings about one area. */
export const about = (area: Area) => ({
  ok: (says: string): Finding => ({ area, status: 'ok', says }),
  warning: (says: string, todo: string): Finding => ({ area, status: 'warning', says, todo }),
  problem: (says: string, todo: string): Finding => ({ area, status: 'problem', says, todo })
})
