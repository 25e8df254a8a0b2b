import { TooMany } from '../../operations/replay/which-events.ts'
import { Refusal } from '../who/refusal.ts'

export function refuseTooMany(error: unknown): never {
  if (error instanceof TooMany) throw new Refusal(409, error.code, `Not done: ${error.message}.`)
  throw error
}
