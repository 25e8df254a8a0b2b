/** What paidonce announces. New kinds and new fields may come at any time. */
export type Announcement = Readonly<{
  /** It may come twice: the id tells a repetition by. */
  id: string
  kind: string
  order: string
  data: Readonly<{
    payment: string | null
    amount: number | null
    currency: string | null
    reasons?: readonly string[]
  }>
}>

export function isAnnouncement(value: unknown): value is Announcement {
  const { id, kind, order, data } = (value ?? {}) as Record<string, unknown>
  return (
    [id, kind, order].every(field => typeof field === 'string') && typeof data === 'object' && data !== null
  )
}
