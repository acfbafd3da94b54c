import { userInfo } from 'node:os'
import { openStore, resolveStore, type Store } from '../store/index.ts'

/** The store that options and environment name, open. */
export function openNamedStore(data: string | undefined): Promise<Store> {
  const { DATABASE_URL, CORDON_DATA, CORDON_POSTGRES_BIN } = process.env
  return openStore(
    resolveStore({ databaseUrl: DATABASE_URL, data: data ?? CORDON_DATA, postgresBin: CORDON_POSTGRES_BIN }),
  )
}

/** Works with the store and closes it, whatever happens. */
export async function withStore<T>(data: string | undefined, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openNamedStore(data)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Who works at the command line, for the audit log. */
export function commandLineActor(): string {
  try {
    return `cli:${userInfo().username}`
  } catch {
    return `cli:${process.getuid?.() ?? 'unknown'}`
  }
}
