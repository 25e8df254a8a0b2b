import { badRequest } from '../http/api-error.ts'
import { type Form, readForm } from '../http/read-form.ts'
import { mapOf } from '../sessions/parameters.ts'

/** What stands in the place of a name that is asked for by `expand[]`, by that name. */
export type Expansions<Kept> = Readonly<Record<string, (kept: Kept) => unknown>>

/** Shows a thing, and instead of ids whole objects where `expand[]` of the query asks for them. Throws ApiError. */
export function createShow<Kept>(
  { show, expansions }: Readonly<{ show: (kept: Kept) => object; expansions: Expansions<Kept> }>,
  { query, prefix }: Readonly<{ query: URLSearchParams; prefix: string }>
): (kept: Kept) => object {
  const names = [...mapOf(readForm(query.toString()).get('expand'), 'expand').values()].map(nameIn(prefix))
  for (const name of names) if (!Object.hasOwn(expansions, name)) throw notExpandable(prefix + name)
  return kept => ({
    ...show(kept),
    ...Object.fromEntries(names.map(name => [name, expansions[name]?.(kept) ?? null]))
  })
}

/** In a list all names begin with `data.`. */
const nameIn = (prefix: string) => (value: string | Form) => {
  if (typeof value === 'string' && value.startsWith(prefix)) return value.slice(prefix.length)
  throw notExpandable(String(value))
}

const notExpandable = (name: string) =>
  badRequest(`This property cannot be expanded here (${name.slice(0, 80)}).`, 'expand')
