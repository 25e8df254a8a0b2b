/** Of each byte stream from PostgreSQL: the tags of the commands it reports as done, such as `BEGIN`, `INSERT 0 3`, `COMMIT`. */
export type ReadTags = (bytes: Buffer) => string[]

const COMMAND_COMPLETE = 0x43
const TYPE = 1
const LENGTH = 4

/**
 * Follows the boundaries of the protocol's version 3: a byte of type, four of length (which count themselves), the content.
 * They fall anywhere in what the network delivers, and a client that pipelines gets many at once.
 */
export function createTagReader(): ReadTags {
  let rest: Buffer = Buffer.alloc(0)

  return bytes => {
    const tags: string[] = []
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
    let at = 0
    while (rest.length >= at + TYPE + LENGTH) {
      const end = at + TYPE + rest.readUInt32BE(at + TYPE)
      if (rest.length < end) break
      if (rest[at] === COMMAND_COMPLETE) tags.push(rest.toString('latin1', at + TYPE + LENGTH, end - 1))
      at = end
    }
    rest = rest.subarray(at)
    return tags
  }
}
