import type { ComponentChildren } from 'preact'
import { FormToken } from '../parts/form.tsx'
import { isAllowed, type Who } from '../who/who.ts'

type Props = Readonly<{
  url: string
  who: Who | null
  text?: string | undefined
  /** Filters beside the box. */
  children: ComponentChildren
}>

/** One box for whatever somebody has in hand, and filters. */
export const SearchForm = ({ url, who, text, children }: Props) => (
  <search>
    <form class="search" method="post" action={url}>
      <FormToken who={who} />
      <label class="wide">
        Search
        <input
          type="search"
          name="text"
          value={text}
          maxLength={500}
          autocomplete="off"
          spellcheck={false}
          placeholder={isAllowed('operator', who) ? 'Any id, or an e-mail address' : 'Any id'}
        />
      </label>
      {children}
      <button type="submit">Find</button>
    </form>
  </search>
)
