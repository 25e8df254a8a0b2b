import {
  FAILED_HOURS,
  failedKey,
  HOUR_MS,
  LAST_FAILED_KEY,
  MATCHED_KEY,
  SECRETS_KEY,
  type SignatureCause,
  secretMark
} from '@paidonce/shared/signature-notes'
import type { Redis } from 'ioredis'

/** Notes are written together, so that a delivery costs no command of its own. */
const WRITE_EVERY_MS = 2_000

/** Longer than anybody asks for them. */
const KEEP_S = 90 * 86_400
const KEEP_FAILED_S = ((FAILED_HOURS + 2) * HOUR_MS) / 1_000

/**
 * Notes in Redis which secret last matched and why signatures did not do, for the doctor. What Redis does not take is kept
 * for the next time; an ingest that is killed takes two seconds of notes with it.
 */
export function noteSignatures(redis: Redis, secrets: readonly string[]) {
  const marks = secrets.map(secretMark)
  const matched = new Map<string, number>()
  const failed = new Map<SignatureCause, { times: number; at: number }>()
  let timer: NodeJS.Timeout | undefined

  const write = async () => {
    timer = undefined
    const [was, why] = [[...matched], [...failed]]
    matched.clear()
    failed.clear()
    try {
      await writeNotes(redis, { marks, was, why })
    } catch {
      // The connection's own listener has told it.
      for (const [mark, at] of was) matched.set(mark, matched.get(mark) ?? at)
      for (const [cause, { times, at }] of why) add(cause, times, at)
    }
  }
  const soon = () => {
    timer ??= setTimeout(write, WRITE_EVERY_MS).unref()
  }
  const add = (cause: SignatureCause, times: number, at: number) => {
    const known = failed.get(cause)
    failed.set(cause, { times: times + (known?.times ?? 0), at: Math.max(at, known?.at ?? 0) })
  }
  redis.on('ready', write)

  return {
    /** The secret at this position. */
    matched: (secret: number): void => {
      matched.set(marks[secret] ?? '', Date.now())
      soon()
    },
    failed: (cause: SignatureCause): void => {
      add(cause, 1, Date.now())
      soon()
    },
    stop: async (): Promise<void> => {
      clearTimeout(timer)
      redis.off('ready', write)
      await write()
    }
  }
}

type Notes = Readonly<{
  marks: readonly string[]
  was: readonly (readonly [mark: string, at: number])[]
  why: readonly (readonly [cause: SignatureCause, seen: Readonly<{ times: number; at: number }>])[]
}>

async function writeNotes(redis: Redis, { marks, was, why }: Notes): Promise<void> {
  const notes = redis.multi().set(SECRETS_KEY, marks.join(','), 'EX', KEEP_S)
  for (const [mark, at] of was) notes.hset(MATCHED_KEY, mark, at).expire(MATCHED_KEY, KEEP_S)
  for (const [cause, { times, at }] of why) {
    const key = failedKey(Math.floor(at / HOUR_MS))
    notes.hincrby(key, cause, times).expire(key, KEEP_FAILED_S)
    notes.hset(LAST_FAILED_KEY, cause, at).expire(LAST_FAILED_KEY, KEEP_S)
  }
  await notes.exec()
}
