/** Viewers see states and amounts; operators see everything and act. */
export const ROLES = ['viewer', 'operator'] as const

export type Role = (typeof ROLES)[number]

export type User = Readonly<{ name: string; role: Role; created: Date; disabled: Date | null }>
