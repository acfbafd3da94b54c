/** A page of this server, or the first one: `//host` and `/\host` are other sites. */
export function ownPage(path: string | null): string {
  const isOwn = path !== null && /^\/(?![/\\])[^\p{Cc}]*$/u.test(path)
  return isOwn && !path.startsWith('/sign-in') ? path : '/'
}
