import type Stripe from 'stripe'
import type { Play } from '../../sequences/play.ts'
import type { Registration } from '../sessions/register-session.ts'

/** A request's body stays well below the twin's limit. */
const AT_A_TIME = 100

/**
 * Tells the twin at this URL of the sessions that these plays make, as they are in the end, so that its API can be asked about them.
 * Their ids come from a stream of chance: nobody could make a session again from its id alone.
 */
export async function registerSessions(twinUrl: string, plays: readonly Play[]): Promise<void> {
  const sessions = plays.flatMap(sessionsOf)
  for (let at = 0; at < sessions.length; at += AT_A_TIME) {
    const part: Registration[] = sessions.slice(at, at + AT_A_TIME).map(session => ({ session }))
    const answer = await fetch(new URL('/_twin/sessions', twinUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sessions: part })
    })
    if (!answer.ok) throw new Error(`the twin did not take the sessions: ${answer.status}`)
  }
}

function sessionsOf({ steps }: Play): Stripe.Checkout.Session[] {
  const objects = steps.map(({ event }) => event.data.object)
  const sessions = objects.filter(object => object.object === 'checkout.session')
  return [...new Map(sessions.map(session => [session.id, session])).values()]
}
