import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { Job } from './floor.ts'
import { followLive } from './live.ts'
import type { LiveMessage, LiveState } from './live-messages.ts'

/** What is live, for who shows it. */
export interface Live {
  readonly state: LiveState
  /** Work that goes on, by what it is. */
  readonly running: readonly Job[]
}

let live: Live = { state: 'connecting', running: [] }
const listeners = new Set<() => void>()

function set(next: Partial<Live>): void {
  live = { ...live, ...next }
  for (const listener of listeners) listener()
}

/** The state of the connection, and work that goes on. */
export function useLive(): Live {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => live,
  )
}

/** What each kind of event makes out of date. */
const touched: Readonly<Record<string, readonly string[]>> = {
  findings: ['findings', 'open-findings', 'floor', 'network', 'watched', 'sea'],
  decisions: ['case-attribution', 'findings', 'finding', 'open-findings', 'floor', 'network', 'audit'],
  list: ['lists', 'updates', 'watched', 'audit', 'changes'],
  knowledge: [
    'attribution',
    'case-attribution',
    'knowledge',
    'knowledge-search',
    'threat',
    'indicator',
    'network',
    'audit',
  ],
  fetch: ['updates', 'lists'],
  run: ['sea', 'network', 'floor'],
  profile: ['profile', 'audit'],
  settings: ['settings', 'audit'],
  cases: ['case-attribution', 'cases', 'case', 'floor', 'audit'],
  payments: ['payments', 'floor'],
  accounts: ['accounts', 'audit'],
}
const everything = [...new Set(Object.values(touched).flat()), 'status', 'entity', 'search', 'match']
/** What rests on the lists that are loaded, once they are loaded anew. */
const loaded = ['status', 'lists', 'entity', 'search', 'match', 'find', 'joined', 'ownership']
/** A queue that was read far down is not fetched again page by page. */
const mostPages = 3

/** Keeps what is shown in step with what happens; to be used once. */
export function useFollowLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    const stale = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      timer = undefined
      for (const key of stale) refresh(client, key)
      stale.clear()
    }
    const mark = (keys: readonly string[]) => {
      for (const key of keys) stale.add(key)
      timer ??= setTimeout(flush, 400)
    }
    const stop = followLive(
      (message) => mark(keysOf(message)),
      (state) => state !== live.state && set({ state }),
    )
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client])
}

function keysOf({ kind, data }: LiveMessage): readonly string[] {
  if (kind === 'hello' || kind === 'resumed' || kind === 'reset') {
    set({ running: (data as { running?: readonly Job[] }).running ?? [] })
    return kind === 'reset' ? everything : []
  }
  if (kind !== 'progress') return touched[kind] ?? []
  const job = data as Job
  const others = live.running.filter((one) => one.job !== job.job || one.name !== job.name)
  set({ running: job.ended ? others : [...others, job] })
  return job.ended && job.job === 'load' ? loaded : []
}

function refresh(client: QueryClient, key: string): void {
  if (key !== 'findings') {
    void client.invalidateQueries({ queryKey: [key] })
    return
  }
  client.removeQueries({ queryKey: [key], type: 'inactive' })
  void client.invalidateQueries({
    queryKey: [key],
    predicate: ({ state }) => {
      const pages = (state.data as { pages?: readonly unknown[] } | undefined)?.pages
      return (pages?.length ?? 0) <= mostPages
    },
  })
}
