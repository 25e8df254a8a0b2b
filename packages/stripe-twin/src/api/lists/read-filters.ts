import { badRequest } from '../http/api-error.ts'
import type { Form, FormValue } from '../http/read-form.ts'
import { integerOf, mapOf, textOf } from '../sessions/parameters.ts'

/** Every list may have these. */
const OF_EVERY_LIST = ['limit', 'starting_after', 'ending_before', 'expand']

/** Another name is a slip of the pen, or a filter that the twin does not have: to leave it out would give a wrong list. */
export function refuseOtherFilters(form: Form, known: readonly string[]): void {
  for (const name of form.keys())
    if (!OF_EVERY_LIST.includes(name) && !known.includes(name))
      throw badRequest(
        `Received unknown parameter: ${name.slice(0, 80)}`,
        name.slice(0, 80),
        'parameter_unknown'
      )
}

/** `created=5`, or any of `created[gt]`, `[gte]`, `[lt]` and `[lte]`; as whole seconds, both included. */
export function createdOf(form: Form): Readonly<{ from: number; to: number }> {
  const value = form.get('created')
  if (value === undefined) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  if (typeof value === 'string') return { from: secondOf(value, 'created'), to: secondOf(value, 'created') }

  for (const name of value.keys())
    if (!['gt', 'gte', 'lt', 'lte'].includes(name))
      throw badRequest('Invalid object', `created[${name.slice(0, 80)}]`)
  const bound = (name: string, otherwise: number, shift = 0) =>
    value.has(name) ? secondOf(value.get(name), `created[${name}]`) + shift : otherwise
  return {
    from: Math.max(bound('gte', Number.NEGATIVE_INFINITY), bound('gt', Number.NEGATIVE_INFINITY, 1)),
    to: Math.min(bound('lte', Number.POSITIVE_INFINITY), bound('lt', Number.POSITIVE_INFINITY, -1))
  }
}

const secondOf = (value: FormValue | undefined, param: string) =>
  integerOf(typeof value === 'string' ? value : '', param, 0)

const MOST_TYPES = 20

/** By `type`, in which a `*` stands for anything, or by up to 20 `types`; undefined where all are wanted. */
export function typesOf(form: Form): ((type: string) => boolean) | undefined {
  const type = textOf(form, 'type')
  const types = [...mapOf(form.get('types'), 'types').values()]
  if (type !== null && types.length > 0)
    throw badRequest('You may pass either type or types, but not both.', 'types', 'parameters_exclusive')
  if (types.length > MOST_TYPES) throw badRequest(`types can have up to ${MOST_TYPES} values.`, 'types')
  if (types.length > 0) return given => types.includes(given)
  if (type === null || type === '*') return undefined

  const parts = type.split('*').map(part => part.replaceAll(/[^\w]/g, String.raw`\$&`))
  const pattern = new RegExp(`^${parts.join('.*')}$`)
  return given => pattern.test(given)
}

/** `true` or `false`; undefined if not said. */
export function booleanOf(form: Form, name: string): boolean | undefined {
  const text = textOf(form, name)
  if (text === null) return undefined
  if (text !== 'true' && text !== 'false') throw badRequest('Invalid boolean', name)
  return text === 'true'
}
