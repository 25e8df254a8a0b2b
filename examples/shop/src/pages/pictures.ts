/** A drawing of each product, by its id. */
export const PICTURES: Readonly<Record<string, string>> = {
  tea: `<svg viewBox="0 0 64 64" aria-hidden="true"><path d="M12 54C10 28 24 10 54 10c0 30-16 44-38 40"/><path d="M12 54c6-14 14-24 28-31M24 38l-2-11M31 30l11 1"/></svg>`,
  coffee: `<svg viewBox="0 0 64 64" aria-hidden="true"><ellipse cx="32" cy="32" rx="17" ry="24" transform="rotate(35 32 32)"/><path d="M45 12c-4 8-1 13-12 19S22 42 19 52"/></svg>`
}
