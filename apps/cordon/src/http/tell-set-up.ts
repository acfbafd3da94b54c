import { hostname } from 'node:os'
import type { Store } from '../store/index.ts'

/** The address under which a person opens a server that listens on all addresses. */
export function reachableUrl(url: string): string {
  const shown = new URL(url)
  if (['0.0.0.0', '[::]'].includes(shown.hostname)) shown.hostname = hostname()
  return shown.href
}

/**
 * Prints a one-time link for the first account, where there is none yet, in place of a default password; and says who
 * may do what until then.
 */
export async function tellSetUp(store: Store, url: string, isOpen: boolean): Promise<void> {
  if (await store.accounts.any()) return
  const link = new URL(`/set-up/${await store.accountLinks.makeFirst()}`, reachableUrl(url))
  const now = isOpen
    ? 'No account yet: everyone who reaches this address may see and do everything.'
    : 'No account yet: nothing answers but this link.'
  process.stderr.write(`${now}\nMake the first account, once and within 24 hours: ${link.href}\n`)
}
