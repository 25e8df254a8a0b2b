/** A reason outlives the person whom it is about: no erasing finds it, and viewers read it. It may hold no e-mail address. */
export const namesNobody = (why: string): boolean => !/[^\s@]@[^\s@]/.test(why)

export const NAMES_SOMEBODY = 'name nobody by an e-mail address: it is kept, and viewers read it'
