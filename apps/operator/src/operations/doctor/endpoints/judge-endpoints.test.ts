import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS } from '@paidonce/core/facts/table'
import type { Endpoint } from '@paidonce/stripe-api/look-at-endpoints'
import { judgeEndpoints } from './judge-endpoints.ts'

const URL_OF_OURS = 'https://hooks.shop.example/webhook'
const ALL = Object.keys(FACTS)
const VERSION = '2026-10-28.endive'

const endpoint = (over: Partial<Endpoint> = {}): Endpoint => ({
  id: 'we_1',
  url: URL_OF_OURS,
  types: ALL,
  apiVersion: VERSION,
  isEnabled: true,
  mode: 'test',
  ...over
})

type Ours = Partial<Parameters<typeof judgeEndpoints>[1]>

const judge = (endpoints: readonly Endpoint[], ours: Ours = {}) =>
  judgeEndpoints(endpoints, { url: undefined, mode: 'test', ownTypes: [], apiVersion: VERSION, ...ours })

const without = (...types: readonly string[]) => ALL.filter(type => !types.includes(type))
const checkoutAlone = ALL.filter(type => !type.startsWith('payment_intent.'))
const intentsAlone = ALL.filter(type => !type.startsWith('checkout.'))

/** What is not ok: [what is there, the status and words of the one finding about it, what is not as it should be]. */
const WRONG: readonly (readonly [what: string, says: RegExp, endpoints: readonly Endpoint[], ours?: Ours])[] =
  [
    ['no endpoint', /^problem: Stripe has no webhook endpoint/, []],
    [
      'one that leads elsewhere',
      /^problem: No endpoint at Stripe leads to https:\/\/a\.example\/webhook.*mend the URL of one of these: https:\/\/hooks/,
      [endpoint()],
      { url: 'https://a.example/webhook' }
    ],
    [
      'two that may both be ours',
      /^warning: Which of Stripe’s endpoints is ours cannot be told: https:\/\/hooks.*, https:\/\/b/,
      [endpoint(), endpoint({ url: 'https://b.example/webhook' })]
    ],
    ['a disabled one', /^problem: we_1 is disabled/, [endpoint({ isEnabled: false })]],
    ['one of the other mode', /^problem: we_1 is an endpoint for live events/, [endpoint({ mode: 'live' })]],
    [
      'two with one URL',
      /^warning: 2 endpoints send to one URL: we_1, we_2/,
      [endpoint(), endpoint({ id: 'we_2', url: `${URL_OF_OURS}/` })]
    ],
    ['all types enabled', /^warning: All event types are enabled/, [endpoint({ types: ['*'] })]],
    [
      'types that nobody acts on',
      /^warning: 2 types enabled that nobody acts on: invoice\.paid, toString/,
      [endpoint({ types: [...ALL, 'invoice.paid', 'toString'] })]
    ],
    [
      'no type of payments',
      /^problem: No event type that tells of payments/,
      [
        endpoint({
          types: without(
            ...checkoutAlone.slice(0, 4),
            ...ALL.filter(type => type.startsWith('payment_intent.'))
          )
        })
      ]
    ],
    [
      'Checkout by halves',
      /^problem: Not enabled: checkout\.session\.async_payment_succeeded\./,
      [endpoint({ types: without('checkout.session.async_payment_succeeded') })]
    ],
    [
      'payment intents by halves',
      /^warning: Not enabled: payment_intent\.processing\./,
      [endpoint({ types: without('payment_intent.processing') })]
    ],
    [
      'payment intents without their success',
      /^problem: Not enabled: payment_intent\.succeeded\. Payments outside/,
      [endpoint({ types: without('payment_intent.succeeded') })]
    ],
    [
      'no disputes',
      /^warning: Not enabled: charge\.dispute\.closed\./,
      [endpoint({ types: without('charge.dispute.closed') })]
    ],
    [
      'an own reading that is not enabled',
      /^problem: OWN_FACTS reads charge\.succeeded, which is not enabled/,
      [endpoint()],
      { ownTypes: ['charge.succeeded'] }
    ],
    ['no version', /^warning: The endpoint has no API version/, [endpoint({ apiVersion: null })]],
    [
      'a newer version',
      /^warning: Its API version 2027-01-01\.fig is newer/,
      [endpoint({ apiVersion: '2027-01-01.fig' })]
    ]
  ]

for (const [what, says, endpoints, ours] of WRONG) {
  test(`${what}: one finding says so, and what to do`, () => {
    const wrong = judge(endpoints, ours).filter(({ status }) => status !== 'ok')
    assert.equal(wrong.length, 1, JSON.stringify(wrong))
    assert.match(`${wrong[0]?.status}: ${wrong[0]?.says} ${wrong[0]?.todo}`, says)
    assert.ok(wrong[0]?.todo)
  })
}

for (const [what, endpoints, ours] of [
  ['all as it should be', [endpoint()], {}],
  ['an older version', [endpoint({ apiVersion: '2020-08-27' })], {}],
  ['Checkout alone', [endpoint({ types: checkoutAlone })], {}],
  ['payment intents alone', [endpoint({ types: intentsAlone })], {}],
  [
    'types spread over two endpoints of which one is disabled',
    [endpoint(), endpoint({ id: 'we_2', isEnabled: false })],
    {}
  ],
  [
    'an own reading that is enabled',
    [endpoint({ types: [...ALL, 'charge.succeeded'] })],
    { ownTypes: ['charge.succeeded'] }
  ],
  ['a mode that is not told', [endpoint({ mode: 'live' })], { mode: undefined }],
  [
    'others that end otherwise',
    [endpoint(), endpoint({ url: 'https://b.example/stripe', isEnabled: false })],
    {}
  ],
  [
    'others, and ours named',
    [endpoint(), endpoint({ url: 'https://b.example/webhook' })],
    { url: 'https://HOOKS.shop.example/webhook/' }
  ],
  ['only one, whatever its URL', [endpoint({ url: 'https://b.example/stripe' })], {}]
] as const) {
  test(`${what}: nothing to do`, () => {
    const findings = judge(endpoints, ours)
    assert.ok(findings.length > 0)
    assert.deepEqual(
      findings.filter(({ status }) => status !== 'ok'),
      []
    )
  })
}

test('what may be secret in a URL is not shown', () => {
  const told = JSON.stringify(
    judge([endpoint({ url: 'https://user:hush@a.example/webhook?token=hush#hush' })])
  )
  assert.match(told, /https:\/\/a\.example\/webhook/)
  assert.doesNotMatch(told, /hush/)
})
