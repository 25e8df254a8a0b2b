/** One page of the console as documents show it: light and dark, on a desk or in a hand. */
export type Screenshot = Readonly<{
  /** Its files are `docs/pictures/console-<name>.png` and `console-<name>-dark.png`. */
  name: string
  path: string
  /** Stands on the page before the picture is taken. */
  until: RegExp
  isPhone?: boolean
}>

export const SCREENSHOTS: readonly Screenshot[] = [
  { name: 'overview', path: '/', until: /Did we miss any/ },
  { name: 'order', path: '/orders/1002', until: /letter .*sent/i },
  { name: 'failures', path: '/failures', until: /SQLSTATE_23514/ },
  { name: 'phone', path: '/orders/1002', until: /payment failed/i, isPhone: true }
]
