/** A time, in UTC as the logs and Stripe's own pages can show it; the script adds the reader's own as a hint. */
export const When = ({ at }: Readonly<{ at: Date | string | null }>) => {
  if (at === null) return <span class="none">never</span>
  const iso = typeof at === 'string' ? new Date(at).toISOString() : at.toISOString()
  return <time dateTime={iso}>{iso.slice(0, 19).replace('T', ' ')}</time>
}
