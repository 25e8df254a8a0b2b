/** Why an event that Stripe lists was not here, as far as can be told from outside. For operators, in words and in a sentence. */
export const CAUSES = {
  before_first_event: {
    words: 'before the first event that came',
    sentence:
      'They are older than the first event that ever came here: the endpoint was not there yet, or not reached.'
  },
  endpoint_disabled: {
    words: 'endpoint disabled',
    sentence: 'Every endpoint that wants this type is disabled at Stripe: enable it there.'
  },
  type_not_enabled: {
    words: 'type not enabled',
    sentence: 'No endpoint at Stripe wants this type: add it to the endpoint.'
  },
  not_taken: {
    words: 'not taken: unreachable, 400 (secret) or 503',
    sentence:
      'Stripe sent them and got no 2xx: not reachable, or answered 400 (signing secret) or 503. Their pages at Stripe show the answers.'
  },
  lost_here: {
    words: 'accepted and lost: Redis',
    sentence: 'They were accepted here, tried and not finished, and Redis lost them.'
  },
  not_waited_for: {
    words: 'answered and lost, or never sent',
    sentence:
      'Stripe waits for no delivery of them: they were answered 2xx and lost here since (a Redis that lost its memory), or no endpoint was enabled when they happened.'
  }
} as const satisfies Record<string, Readonly<{ words: string; sentence: string }>>

export type Cause = keyof typeof CAUSES

export const isCause = (text: string): text is Cause => Object.hasOwn(CAUSES, text)

/** Nobody needs to be told of what happened before paidonce was there. */
export const isAlarming = (cause: Cause): boolean => cause !== 'before_first_event'
