import { hash, verify } from '@node-rs/argon2'

/** Argon2id, with the least that OWASP's password storage cheat sheet asks for: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const SHORTEST_PASSWORD = 12

/** A hash that carries its own salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST)

let decoy: Promise<string> | undefined

/** Without a hash it takes as long all the same, so that the time of an answer says nothing of who there is. */
export async function isPassword(given: string, hashed: string | undefined): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const isRight = await verify(hashed ?? (await decoy), given)
  return isRight && hashed !== undefined
}
