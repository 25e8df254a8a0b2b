/** Stripe accounts never share ids of orders or payments, so every key has both. '' is one's own account. */
export type Key = Readonly<{ account: string; id: string }>

/** A text that tells two keys apart. Neither part can hold a NUL. */
export const keyText = ({ account, id }: Key) => `${account}\0${id}`
