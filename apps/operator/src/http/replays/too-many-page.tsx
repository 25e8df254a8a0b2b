import { Layout } from '../parts/layout.tsx'
import type { Who } from '../who/who.ts'
import type { WhichQuery } from './which-query.ts'

type Props = Readonly<{ query: WhichQuery; who: Who | null }>

/** More events than were thought of: whoever means it says so. */
export const TooManyPage = ({ query, who }: Props) => (
  <Layout title="Too many events" who={who} section="/replays">
    <p class="notice wait" role="alert">{`These are more than ${query.cap} events.`}</p>
    <form class="card narrow" method="get" action="/replays/new">
      {Object.entries(query).map(
        ([name, value]) =>
          name !== 'cap' && <input key={name} type="hidden" name={name} value={String(value)} />
      )}
      <p>Ask for fewer, or raise the cap. The next page shows what they would come to.</p>
      <label>
        At most so many events
        <input name="cap" type="number" min={1} max={100000} value={query.cap * 10} required />
      </label>
      <button type="submit">Show them</button>
    </form>
  </Layout>
)
