/** What a user may be called. Nobody has another name, so that another need not be looked for. */
export const isUserName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/.test(name)
