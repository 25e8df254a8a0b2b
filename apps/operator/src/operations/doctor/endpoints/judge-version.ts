import { about, type Finding } from '../finding.ts'

const { ok, warning } = about('endpoint')

const DATE = /^\d{4}-\d{2}-\d{2}/

/** `known` is the version that this release was made with. Older ones are read as well; tests hold that. */
export function judgeVersion(version: string | null, known: string): Finding {
  if (version === null)
    return warning(
      'The endpoint has no API version of its own: its events change when the account’s default does.',
      `Make the endpoint anew with a version, best ${known}.`
    )
  if (version === known) return ok(`Its API version is ${version}, the one that this release was made with.`)
  if (dateOf(version) > dateOf(known))
    return warning(
      `Its API version ${version} is newer than ${known}, which this release was made with.`,
      'See whether there is a newer release; try its events in test mode first.'
    )
  return ok(`Its API version ${version} is older than this release’s ${known}, and read all the same.`)
}

const dateOf = (version: string) => version.match(DATE)?.[0] ?? ''
