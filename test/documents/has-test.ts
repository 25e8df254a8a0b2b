/** Whether one of the titles of a source is this one. What a title takes from a table has to stand in the source as well. */
export function hasTest(source: string, title: string): boolean {
  return [...source.matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)].some(([, , written = '']) => {
    const [first = '', ...more] = written.split(/\$\{.*?\}/).map(part => part.replaceAll(/\\(.)/g, '$1'))
    const pattern = [first, ...more].map(part => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('(.+)')
    const taken = title.match(new RegExp(`^${pattern}$`))?.slice(1)
    return taken?.every(value => source.includes(value.replaceAll(/^"|"$/g, ''))) ?? false
  })
}
