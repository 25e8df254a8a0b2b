import type { Play } from '../../sequences/play.ts'
import type { ToldPlay } from './told-play.ts'

/** A request's body stays well below the twin's limit. */
const CHARACTERS_AT_A_TIME = 300_000

/**
 * Tells the twin at this URL of all that these plays make happen, so that its API can be asked about it. Gives the ids of events
 * that its faults keep from the webhook: they must not be delivered.
 */
export async function registerPlays(
  twinUrl: string,
  plays: readonly Pick<Play, 'steps'>[]
): Promise<ReadonlySet<string>> {
  const withheld = new Set<string>()
  let part: ToldPlay[] = []
  let characters = 0
  const send = async () => {
    if (part.length === 0) return
    const answer = (await post(twinUrl, 'plays', { plays: part })) as { withheld: string[] }
    for (const id of answer.withheld) withheld.add(id)
    part = []
    characters = 0
  }
  for (const { steps } of plays) {
    const events = steps.map(({ event }) => event)
    part.push({ events })
    characters += JSON.stringify(events).length
    if (characters > CHARACTERS_AT_A_TIME) await send()
  }
  await send()
  return withheld
}

const IDS_AT_A_TIME = 10_000

/** Tells the twin which events the webhook has taken. */
export async function registerDelivered(twinUrl: string, ids: Iterable<string>): Promise<void> {
  const all = [...ids]
  for (let at = 0; at < all.length; at += IDS_AT_A_TIME)
    await post(twinUrl, 'delivered', { events: all.slice(at, at + IDS_AT_A_TIME) })
}

async function post(twinUrl: string, what: string, content: unknown): Promise<unknown> {
  const answer = await fetch(new URL(`/_twin/${what}`, twinUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content)
  })
  if (!answer.ok) throw new Error(`the twin did not take the ${what}: ${answer.status}`)
  return await answer.json()
}
