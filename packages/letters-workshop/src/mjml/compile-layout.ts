import mjml2html from 'mjml'
import { putPlaces } from './put-places.ts'

/**
 * layout.mjml → the HTML that letters are filled into. No web font: a letter asks nothing of anybody. Throws an Error
 * with what MJML objects to.
 */
export async function compileLayout(source: string): Promise<string> {
  const { html, errors } = await mjml2html(source, { fonts: {}, keepComments: true, validationLevel: 'soft' })
  if (errors.length > 0) {
    throw new Error(`layout.mjml is not right:\n${errors.map(error => error.formattedMessage).join('\n')}`)
  }
  return putPlaces(onFewLines(html))
}

/** The file that is committed. */
export const layoutModule = (html: string): string => `/**
 * The layout of letters as HTML, with places to fill. Made from layout.mjml by \`npm run letters:layout\`: change that file,
 * not this one.
 */
export const LAYOUT = \`${html.replaceAll('\\', '\\\\')}\`
`

/** One line for each thing that one would look for: a change of the layout then shows as a change of a few lines. */
const onFewLines = (html: string): string =>
  html
    .replaceAll(/[ \r\n]+/g, ' ')
    .replaceAll(/> </g, '><')
    .replaceAll(/(<tr|<style|<meta|<body|<!--\[if|<!-- each|<!-- end|@media|<\/html>)/g, '\n$1')
    .trim()
