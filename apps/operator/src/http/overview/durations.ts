/** How long something took, short. */
export function seconds(value: number | null): string {
  if (value === null) return 'nothing came'
  if (value < 1) return `${Math.round(value * 1_000)} ms`
  return age(value * 1_000)
}

/** How long something has lain about. */
export function age(ms: number): string {
  const all = Math.max(0, Math.round(ms / 1_000))
  if (all < 120) return `${all} s`
  if (all < 7_200) return `${Math.round(all / 60)} min`
  return all < 172_800 ? `${Math.round(all / 3_600)} h` : `${Math.round(all / 86_400)} days`
}
