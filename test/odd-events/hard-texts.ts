/** Texts that PostgreSQL's `text` cannot hold, wherever a session has one that we read. */
export const HARD = {
  id: 'cs_\0',
  payment_intent: 'pi_\ud800',
  metadata: { order_id: 'order \udc00' },
  customer_details: { email: 'a\0b@example.com', name: '\ud800 Ann \0' },
  currency: 'e\0r',
  locale: 'v\0i'
}

/** What the ledger shows of them. */
export const MENDED = {
  row: {
    session_id: 'cs_\ufffd',
    payment_id: 'pi_\ufffd',
    order_id: 'order \ufffd',
    email: 'a\ufffdb@example.com'
  },
  fact: {
    amount: 3_000,
    currency: 'e\ufffdr',
    email: 'a\ufffdb@example.com',
    name: '\ufffd Ann \ufffd',
    locale: 'v\ufffdi'
  }
}

/** JSON that we only carry, and that a parser on the way may refuse or change. */
export const CARRIED: Readonly<Record<string, string>> = {
  'a __proto__': '{"__proto__":{"id":"x"},"constructor":{"prototype":null}}',
  'a toJSON': '{"toJSON":1}',
  'numbers at their ends': '[1e308,5e-324,9007199254740991,-1]',
  'a deep list': `${'['.repeat(90)}${']'.repeat(90)}`,
  'many keys': `{${Array.from({ length: 5_000 }, (_, n) => `"${n}":0`)}}`,
  'a long text': `"${'\\u0000\\ud800'.repeat(20_000)}"`,
  'keys of odd characters': '{"":1,"\\u0000":2,"\\ud800":3,"\\u2028":4}'
}
