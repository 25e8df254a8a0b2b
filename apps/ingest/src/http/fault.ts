/** What HTTP itself objects to, before a delivery is one. */
const CODE_OF = new Map([
  [408, 'TOO_SLOW'],
  [413, 'BODY_TOO_LARGE'],
  [431, 'HEADERS_TOO_LARGE']
])

export const faultCodeOf = (status: number): string => CODE_OF.get(status) ?? 'BAD_REQUEST'
