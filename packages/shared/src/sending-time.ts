/** A mail server that has not taken a mail after so long is hung up on, however much it talks. */
export const SENDING_ENDS_AFTER_MS = 90_000

/**
 * So long after the last look at a letter nobody can be sending it any more. Between the look and the sending lie two answers of
 * the ledger, which are waited for 15 s each at most; the rest is for a machine that is slow.
 */
export const AT_REST_AFTER_MS = SENDING_ENDS_AFTER_MS + 60_000
