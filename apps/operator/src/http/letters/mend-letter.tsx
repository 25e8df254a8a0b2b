import type { KnownLetter } from '@paidonce/ledger/people/read-letter'
import { FormToken } from '../parts/form.tsx'
import type { Who } from '../who/who.ts'
import { letterUrl } from './letter-url.ts'

type Props = Readonly<{ letter: KnownLetter; who: Who | null }>

/** What an operator can do about a letter. A button that is pressed twice does it once: the form knows how the letter stood. */
export const MendLetter = ({ letter, who }: Props) => {
  const couldNot = letter.status === 'given_up' || (letter.status === 'owed' && letter.reason !== null)
  return (
    <div class="actions" id="mend" data-part>
      {couldNot && (
        <form method="post" action={letterUrl(letter.id, '/retry')}>
          <Seen letter={letter} who={who} />
          <button type="submit">Try it now</button>
        </form>
      )}
      <details class="card">
        <summary>Send it once more…</summary>
        <p class="hint">
          It goes out as another mail, if it is still true then: nobody is told of a failed payment that was
          paid meanwhile.
        </p>
        <form method="post" action={letterUrl(letter.id, '/resend')}>
          <Seen letter={letter} who={who} />
          <label>
            To another address, if that was wrong
            <input name="address" type="email" maxLength={254} autocomplete="off" />
          </label>
          <Why />
          <button type="submit">Send it</button>
        </form>
      </details>
      {(letter.status === 'owed' || letter.status === 'given_up') && (
        <details class="card">
          <summary>Discard it…</summary>
          <form method="post" action={letterUrl(letter.id, '/discard')}>
            <Seen letter={letter} who={who} />
            <Why />
            <button class="risky" type="submit">
              Discard it
            </button>
          </form>
        </details>
      )}
    </div>
  )
}

const Why = () => (
  <label>
    Why
    <input name="why" required maxLength={300} autocomplete="off" />
  </label>
)

const Seen = ({ letter, who }: Props) => (
  <>
    <FormToken who={who} />
    <input type="hidden" name="round" value={String(letter.round)} />
  </>
)
