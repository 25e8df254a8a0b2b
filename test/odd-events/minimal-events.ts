let made = 0
const nextId = () => `evt_odd_${++made}`

/** Its object says of itself only what kind it is. */
export const snapshotOf = (type: string) => ({
  id: nextId(),
  object: 'event',
  type,
  created: Math.floor(Date.now() / 1000),
  livemode: false,
  data: { object: { object: type.split('.').slice(0, -1).join('.') } }
})

/** What an event destination sends that asks for thin events. */
export const thinOf = (type: string) => ({
  id: nextId(),
  object: 'v2.core.event',
  type,
  created: new Date().toISOString(),
  livemode: false
})
