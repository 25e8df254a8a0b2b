export type Params = Readonly<Record<string, unknown>>

/** The address of a list with these filters; those that are not given are left out. */
export function listUrl(path: string, params: Params = {}): string {
  const given = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]]
    )
  ).toString()
  return given === '' ? path : `${path}?${given}`
}
