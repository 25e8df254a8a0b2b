import { FormToken } from '../parts/form.tsx'
import type { Who } from '../who/who.ts'
import { listUrl, type Params } from './list-url.ts'

type Props = Readonly<{
  url: string
  query: Params
  /** The cursor behind this page's last row. */
  next: string | null
  who: Who | null
  isByForm: boolean
}>

/** Back to the newest, and on to older ones. */
export const TurnPages = ({ url, query, next, who, isByForm }: Props) => (
  <nav class="pages" aria-label="Pages" id="pages" data-part>
    {query.after === undefined ? <span /> : <Turn {...{ url, who, isByForm, query, after: undefined }} />}
    {next !== null && <Turn {...{ url, who, isByForm, query, after: next }} />}
  </nav>
)

type Turned = Omit<Props, 'next'> & Readonly<{ after: string | undefined }>

const Turn = ({ url, query, after, who, isByForm }: Turned) => {
  const params = { ...query, after }
  const words = after === undefined ? 'Newest' : 'Older'
  if (!isByForm)
    return (
      <a class="button quiet" href={listUrl(url, params)}>
        {words}
      </a>
    )
  return (
    <form method="post" action={url}>
      <FormToken who={who} />
      {Object.entries(params).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={String(value)} />
      )}
      <button class="quiet" type="submit">
        {words}
      </button>
    </form>
  )
}
