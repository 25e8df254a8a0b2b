type Params = Readonly<Record<string, string>>

/** What may be done to a queue or job by hand, in words; all else is refused. */
const ALLOWED: readonly (readonly [pattern: RegExp, what: string, about: (params: Params) => string])[] = [
  [/\/api\/queues\/:queueName\/:jobId\/retry$/, 'retry job', jobIn],
  [/\/api\/queues\/:queueName\/:jobId\/promote$/, 'run job now', jobIn],
  [/\/api\/queues\/:queueName\/retry\/:queueStatus$/, 'retry all failed jobs', queueIn],
  [/\/api\/queues\/:queueName\/pause$/, 'pause queue', queueIn],
  [/\/api\/queues\/:queueName\/resume$/, 'resume queue', queueIn]
]

/** The words for a change that is allowed, by the pattern of its route. Undefined: it is refused. */
export function changeOf(
  pattern: string,
  params: Params
): Readonly<{ what: string; about: string }> | undefined {
  const found = ALLOWED.find(([allowed]) => allowed.test(pattern))
  // What is completed is done: it is replayed where one sees what would come of it.
  if (found === undefined || (params.queueStatus ?? 'failed') !== 'failed') return undefined
  const [, what, about] = found
  return { what, about: about(params) }
}

function jobIn({ queueName = '', jobId = '' }: Params): string {
  return `${jobId} of ${queueName}`
}

function queueIn({ queueName = '' }: Params): string {
  return queueName
}
