import { FormToken } from '../parts/form.tsx'
import type { Who } from '../who/who.ts'

type Props = Readonly<{
  /** Which failed events, as the form says it. */
  which: Readonly<Record<string, string>>
  words: string
  who: Who | null
}>

/** Has failed events stand among the failures no more; it wants a reason. */
export const DiscardForm = ({ which, words, who }: Props) => (
  <details>
    <summary>Discard…</summary>
    <form method="post" action="/events/discard">
      <FormToken who={who} />
      {Object.entries(which).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        Why
        <input name="why" required maxLength={300} autocomplete="off" />
      </label>
      <button class="risky" type="submit">
        {words}
      </button>
    </form>
  </details>
)
