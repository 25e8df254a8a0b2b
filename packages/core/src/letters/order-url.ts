import { webLink } from './web-link.ts'

/**
 * The shop's page for an order: `template` with each `{order}` filled in, encoded. Null if that is no web address,
 * or if the order would decide which host it leads to.
 */
export function orderUrl(template: string, order: string): string | null {
  const encoded = encodeURIComponent(order.toWellFormed())
  const filled = webLink(template.replaceAll('{order}', encoded))
  const sample = webLink(template.replaceAll('{order}', 'order'))
  if (filled === null || sample === null) return null
  return new URL(filled).host === new URL(sample).host ? filled : null
}
