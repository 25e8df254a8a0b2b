/** An address of ours to go to after signing in; anything that a browser could take for another site's becomes the overview. */
export function ownAddress(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || to.includes('\\')) return '/'
  return to.startsWith('/sign-in') ? '/' : to
}
