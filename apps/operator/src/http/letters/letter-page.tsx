import type { SeenLetter } from '../../operations/letters/look-at-letter.ts'
import { orderUrl } from '../orders/order-url.ts'
import { State } from '../parts/badge.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Layout } from '../parts/layout.tsx'
import { When } from '../parts/when.tsx'
import { isAllowed, type Who } from '../who/who.ts'
import { letterUrl } from './letter-url.ts'
import { MendLetter } from './mend-letter.tsx'

type Props = Readonly<{ seen: SeenLetter; who: Who | null }>

/** One letter: how it stands, what can be done about it, and what the customer sees. */
export const LetterPage = ({ seen, who }: Props) => {
  const { letter } = seen
  const isOperator = isAllowed('operator', who)
  return (
    <Layout title={`Letter “${letter.kind.replaceAll('_', ' ')}”`} who={who} section="/letters" isLive>
      <div id="state" data-part>
        <Standing seen={seen} isOperator={isOperator} />
      </div>
      {isOperator && <MendLetter letter={letter} who={who} />}
      {isOperator && <Preview seen={seen} />}
    </Layout>
  )
}

const Standing = ({
  seen: { letter, to, locale },
  isOperator
}: {
  seen: SeenLetter
  isOperator: boolean
}) => {
  const isFailing = letter.status === 'owed' && letter.reason !== null
  return (
    <>
      <p class="lead">{isFailing ? <State of="failing" /> : <State of={letter.status} />}</p>
      {letter.reason !== null && (
        <p class={`notice ${letter.status === 'withdrawn' ? 'plain' : 'bad'}`}>{letter.reason}</p>
      )}
      <Facts>
        <Fact name="Order">
          <a href={orderUrl(letter)}>{letter.order}</a>
        </Fact>
        <Fact name="Payment">
          <code>{letter.payment}</code>
        </Fact>
        {isOperator && <Fact name="To">{to ?? <span class="none">no address is known</span>}</Fact>}
        <Fact name="Language">{locale}</Fact>
        <Fact name="Owed since">
          <When at={letter.owed} />
        </Fact>
        {letter.notBefore !== null && letter.status === 'owed' && (
          <Fact name="Not before">
            <When at={letter.notBefore} />
          </Fact>
        )}
        <Fact name="Tries">{String(letter.attempts)}</Fact>
        {letter.asked !== null && (
          <Fact name="Given back by a person">
            <When at={letter.asked} />
          </Fact>
        )}
        {letter.done !== null && (
          <Fact name={letter.status === 'sent' ? 'Taken by the mail server' : 'Over since'}>
            <When at={letter.done} />
          </Fact>
        )}
      </Facts>
    </>
  )
}

const Preview = ({ seen: { letter, mail } }: Readonly<{ seen: SeenLetter }>) => (
  <section aria-labelledby="preview-heading">
    <h2 id="preview-heading">What the customer sees</h2>
    <p class="hint">As it would be written now, by what is known of the order.</p>
    <p>
      <strong>{mail.subject}</strong>
      <br />
      <small>{mail.preheader}</small>
    </p>
    <iframe class="preview" sandbox="" title="The letter" src={letterUrl(letter.id, '/html')} />
    <details>
      <summary>As text</summary>
      <pre tabindex={0}>{mail.text}</pre>
    </details>
  </section>
)
