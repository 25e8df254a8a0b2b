import { badRequest } from './api-error.ts'

/** What a form of Stripe's API says: texts, and lists and maps of them, both by their keys. */
export type Form = ReadonlyMap<string, FormValue>
export type FormValue = string | Form

const MAX_DEPTH = 6

/** `a[b][0]=c` → a: { b: { 0: c } }, in the order given. Throws ApiError where two keys contradict each other. */
export function readForm(body: string): Form {
  const form = new Map<string, FormValue>()
  for (const [key, value] of new URLSearchParams(body)) put(form, { path: pathOf(key), key, value })
  return form
}

type Entry = Readonly<{ path: readonly string[]; key: string; value: string }>

function pathOf(key: string): string[] {
  const [first = '', ...rest] = key.split('[')
  const isWellFormed = first !== '' && rest.every(part => /^[^\]]*\]$/.test(part)) && rest.length < MAX_DEPTH
  if (!isWellFormed) throw badRequest('A parameter name is not well formed.', key.slice(0, 80))
  return [first, ...rest.map(part => part.slice(0, -1))]
}

function put(form: Map<string, FormValue>, { path, key, value }: Entry): void {
  const [name = '', ...rest] = path
  // `a[]=x&a[]=y` counts by itself.
  const step = name === '' ? String(form.size) : name
  const there = form.get(step)
  if (rest.length === 0) {
    if (there instanceof Map) throw badRequest('Invalid object', key.slice(0, 80))
    form.set(step, value)
    return
  }
  if (typeof there === 'string') throw badRequest('Invalid object', key.slice(0, 80))
  const inner = new Map(there)
  put(inner, { path: rest, key, value })
  form.set(step, inner)
}
