/** The servers that the test command started for all tests together. */
export type TestStack = Readonly<{ databaseUrl: string; redisUrl: string; smtpUrl: string; mailUrl: string }>

export function testStack(): TestStack {
  const given = process.env.PAIDONCE_TEST_STACK
  if (given === undefined)
    throw new Error('this test needs servers: run it by `npm test -- <part of its name>`')
  return JSON.parse(given) as TestStack
}
