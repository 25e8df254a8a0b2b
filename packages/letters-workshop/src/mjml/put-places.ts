/** What layout.mjml says where MJML takes no place to fill, and the place that is meant. Written once each, as MJML prints it. */
export const STAND_INS: Readonly<Record<string, string>> = {
  '#c0ffee': '{{accent}}',
  '#0ff1ce': '{{onAccent}}',
  '#ed9ed9': '{{accentEdge}}',
  'direction:ltr': 'direction:{{direction}}',
  'text-align:left': 'text-align:{{start}}',
  'align="left"': 'align="{{start}}"',
  'align="right"': 'align="{{end}}"'
}

/** Puts places where the stand-ins are. Throws an Error when one is not there: then MJML has begun to print it otherwise. */
export function putPlaces(html: string): string {
  let placed = html
  for (const [standIn, place] of Object.entries(STAND_INS)) {
    if (!placed.includes(standIn)) throw new Error(`MJML printed no ${standIn}, which stands for ${place}`)
    placed = placed.replaceAll(standIn, place)
  }
  return placed
}
