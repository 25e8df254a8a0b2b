import type { Read } from './in-snapshot.ts'

/** Which of these letters are no longer owed. */
export const readEndedLetters = (read: Read, ids: readonly string[]) =>
  read<{ id: string }>(`select id from letters where id = any($1::bigint[]) and status <> 'owed'`, [ids])
