import { createHash } from 'node:crypto'
import type { SentEvent } from '../deliver/deliver.ts'

/** Some of all events: those with one of these ids or types, if such are named, and of them a share; all if nothing is said. */
export type Choice = Readonly<{
  ids?: readonly string[]
  types?: readonly string[]
  /** 0 to 1. By chance, but the same seed and event id always give the same answer. */
  share?: number
  seed?: string
}>

/** Pure: whoever has the same choice chooses the same events. */
export function isChosen({ id, type }: SentEvent, { ids, types, share = 1, seed = '' }: Choice): boolean {
  const isNamed = (ids ?? types) === undefined || ids?.includes(id) || types?.includes(type)
  return isNamed === true && chanceOf(`${seed}/${id}`) < share
}

/** 0 or more and below 1. */
const chanceOf = (text: string) => createHash('sha256').update(text).digest().readUInt32LE() / 2 ** 32
