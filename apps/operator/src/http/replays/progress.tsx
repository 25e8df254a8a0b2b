import type { KnownReplay } from '../../operations/replay/look-at-replays.ts'

/** How far a replay has come, as a bar and in words. */
export const Progress = ({ replay }: Readonly<{ replay: KnownReplay }>) => {
  const { id, total, finished, failed, leftOut } = replay
  const words = [
    `${finished} of ${total} finished`,
    ...(failed > 0 ? [`${failed} failed again`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : [])
  ].join(', ')
  return (
    <>
      <progress max={total} value={finished + failed + leftOut} aria-label={`Progress of replay ${id}`} />
      <small>{words}</small>
    </>
  )
}
