/** A bare e-mail address: no name beside it and no second one in it, so that it can stand in a header. */
export const isAddress = (text: string): text is string =>
  /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()\\]+$/.test(text)
