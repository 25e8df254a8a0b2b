import type pg from 'pg'
import type { Announcement } from '../redis/announcement.ts'
import { act } from './act.ts'

/**
 * Acts on an announcement once, however often it comes: its id and what is done because of it are one transaction. Dead before
 * the commit: nothing has happened, and it comes again. Dead after it: it comes again, its id is there, nothing is done.
 * Twice at the same moment: the second insert waits for the first transaction, then finds the id.
 */
export const createHear =
  (shop: pg.Pool) =>
  async (announcement: Announcement): Promise<void> => {
    const client = await shop.connect()
    try {
      await client.query('begin')
      const { rowCount } = await client.query(
        'insert into heard (id, kind) values ($1, $2) on conflict (id) do nothing',
        [announcement.id, announcement.kind]
      )
      if (rowCount === 1) await act(client, announcement)
      await client.query('commit')
      client.release()
    } catch (error) {
      // Closes the connection, and with it the transaction.
      client.release(true)
      throw error
    }
  }
