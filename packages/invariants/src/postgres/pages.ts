/** Goes through all pages, each read from behind the last row of the one before, so that memory stays bounded. */
export async function* pages<Row>(
  readPage: (after: Row | undefined, limit: number) => Promise<readonly Row[]>,
  limit = 500
): AsyncGenerator<readonly Row[]> {
  for (let after: Row | undefined; ; ) {
    const page = await readPage(after, limit)
    if (page.length > 0) yield page
    if (page.length < limit) return
    after = page.at(-1)
  }
}

/** Cuts what is known already into pages. */
export function* cut<T>(all: readonly T[], limit = 1_000): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += limit) yield all.slice(from, from + limit)
}
