import type { SignatureCause } from '@paidonce/shared/signature-notes'

/** What the ingests noted in Redis of signatures. Times are in milliseconds. */
export type Notes = Readonly<{
  /** The marks of the secrets of the ingest that was started last; empty: no ingest has noted any. */
  secrets: readonly string[]
  /** When each last matched, by its mark. */
  matched: Readonly<Record<string, number>>
  /** Of the last day. */
  failures: readonly Readonly<{ cause: SignatureCause; times: number; lastMs: number }>[]
}>
