/** How a letter is looked at: by which mail program, and how wide. */
export type View = Readonly<{
  name: string
  what: string
  width: number
  dark: boolean
  isPlain: boolean
  isForced: boolean
}>

const COMPUTER = 640
const PHONE = 360

const view = (name: string, what: string, width: number, more: Partial<View> = {}): View => ({
  name,
  what,
  width,
  dark: false,
  isPlain: false,
  isForced: false,
  ...more
})

/** For every letter. */
export const USUAL_VIEWS: readonly View[] = [
  view('computer-light', 'Computer, light', COMPUTER),
  view('computer-dark', 'Computer, dark', COMPUTER, { dark: true }),
  view('phone-light', 'Phone, light', PHONE),
  view('phone-dark', 'Phone, dark', PHONE, { dark: true })
]

/** With mail programs that leave styles out, and those that turn every letter dark by rules of their own. */
export const ALL_VIEWS: readonly View[] = [
  ...USUAL_VIEWS,
  view('no-styles', 'Without its style block', COMPUTER, { isPlain: true }),
  view('no-styles-phone', 'Without its style block, phone', PHONE, { isPlain: true }),
  view('forced-dark', 'Turned dark by the mail program', COMPUTER, { isPlain: true, isForced: true })
]

/** The letter's HTML as such a mail program reads it. */
export const asSeen = (html: string, { isPlain }: View): string =>
  isPlain
    ? html
        .replaceAll(/<style.*?<\/style>/gs, '')
        .replaceAll(/<meta name="(supported-color-schemes|color-scheme)"[^>]*>/g, '')
    : html
