/** A value and the words for it. */
export type Option = readonly [value: string, words: string]

type Props = Readonly<{
  label: string
  name: string
  options: readonly Option[]
  value?: string | undefined
  /** The words for leaving it open. */
  any: string
}>

/** One of a few, or whichever. */
export const Choose = ({ label, name, options, value = '', any }: Props) => (
  <label>
    {label}
    <select name={name}>
      {['', value, ...options.map(([known]) => known)]
        .filter((one, index, all) => all.indexOf(one) === index)
        .map(one => (
          <option key={one} value={one} selected={one === value}>
            {one === '' ? any : (options.find(([known]) => known === one)?.[1] ?? one)}
          </option>
        ))}
    </select>
  </label>
)
