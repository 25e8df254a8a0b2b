import { openOutcomes } from '@paidonce/stripe-twin/postgres/read-outcomes'

/** What the ledger says of these orders, and which of these events it does not have as finished. */
export async function readOutcomes(
  databaseUrl: string,
  asked: Readonly<{ orderIds: string[]; eventIds: string[] }>
) {
  const books = await openOutcomes(databaseUrl)
  try {
    return await books.readOutcomes(asked)
  } finally {
    await books.close()
  }
}
