/** Where something may come from. Gives undefined when this machine has none there. */
type Source<Options, Found> = Readonly<{
  name: string
  find(options: Options): Promise<Found | undefined>
}>

type Search<Options, Found> = Readonly<{
  options: Options
  sources: readonly Source<Options, Found>[]
  /** The sentence to throw when there is none; `tried` names the sources. */
  none(tried: string): string
}>

/** What the first source has that has any; those after it are not asked. */
export async function firstFound<Options extends Readonly<{ signal?: AbortSignal | undefined }>, Found>({
  options,
  sources,
  none
}: Search<Options, Found>): Promise<Found> {
  for (const source of sources) {
    options.signal?.throwIfAborted()
    const found = await source.find(options)
    if (found !== undefined) return found
  }
  throw new Error(none(sources.map(source => source.name).join(', ')))
}
