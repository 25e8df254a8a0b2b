import { FACTS } from '@paidonce/core/facts/table'

/** A `stripe listen` that forwards what paidonce acts on, in lines that a shell takes together as one command. */
export function listenLines(webhookUrl: string, events: readonly string[] = Object.keys(FACTS)): string[] {
  const pairs = events.flatMap((_, index) => (index % 2 === 0 ? [events.slice(index, index + 2)] : []))
  const lines = [...pairs.map(pair => `--events ${pair.join(',')}`), `--forward-to ${webhookUrl}`]
  return [
    'stripe listen \\',
    ...lines.map((line, index) => `  ${line}${index === lines.length - 1 ? '' : ' \\'}`)
  ]
}
