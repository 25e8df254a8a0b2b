/** Whether an address stands in any text of a value, in whatever case and with whatever around it. Of `ann@a.example`, `joann@a.example` is another. */
export function createHoldsAddress(email: string): (value: unknown) => boolean {
  const exact = email.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}._%+-])${exact}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'u')

  return function holds(value): boolean {
    if (typeof value === 'string') return pattern.test(value.toLowerCase())
    if (typeof value !== 'object' || value === null) return false
    return Object.entries(value).some(([key, inner]) => holds(key) || holds(inner))
  }
}
