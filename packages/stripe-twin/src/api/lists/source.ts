import type { Place } from './place.ts'

/** Reading on in a list: from a place, without what stands there, towards what is older or newer. */
export type Walk = Readonly<{ from: Place; towards: 'older' | 'newer' }>

/** What somebody asks for. It spares a source from looking where it cannot be; the one who asks looks through the answer all the same. */
export type Wish = Readonly<{
  /** Whether events of this type are wanted. */
  type?: (type: string) => boolean
  /** The id of a payment intent or charge that it must be about. */
  about?: string
}>

/** Where things are kept, in the order of a list. */
export type Source<Kept> = Readonly<{
  placeOf: (kept: Kept) => Place
  find: (id: string) => Kept | undefined
  walk: (walk: Walk, wish: Wish) => Iterable<Kept>
}>
