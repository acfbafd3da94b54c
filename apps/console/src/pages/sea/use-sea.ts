import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import {
  type SeaSpan,
  useFleet,
  useSeaEvents,
  useSeaFinding,
  useSeaFindings,
  useSeaSummary,
  useTracks,
} from '../../api/sea-queries.ts'
import type { SeaSummary } from '../../api/sea-types.ts'
import { SeaClock } from './clock.ts'
import { eventItem, findingItem, type ItemFilter, namesOf, type SeaItem } from './items.ts'
import { decodeTracks } from './track-data.ts'

/** Days that can be shown at once. */
export const spans = [1, 3, 7, 31] as const
const dayMs = 86_400_000

/** What the list shows. */
export type SeaTab = 'findings' | 'events' | 'ships'

/** What the address says. */
export function useSeaAddress() {
  const [params, setParams] = useSearchParams()
  const change = (changes: Readonly<Record<string, string | undefined>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [key, value] of Object.entries(changes))
          if (value === undefined || value === '') next.delete(key)
          else next.set(key, value)
        return next
      },
      { replace: true },
    )
  const tab = params.get('tab')
  const finding = params.get('finding')
  return {
    drill: params.get('drill') ?? undefined,
    tab: (tab === 'events' || tab === 'ships' ? tab : 'findings') as SeaTab,
    chosen: finding ? `f:${finding}` : (params.get('sel') ?? undefined),
    filter: {
      kind: params.get('kind') ?? undefined,
      listed: params.get('listed') ?? undefined,
      score: Number(params.get('score') ?? 0) || 0,
      text: params.get('q') ?? '',
    } satisfies ItemFilter,
    from: Number(params.get('from')) || undefined,
    until: Number(params.get('until')) || undefined,
    choose: (id: string | undefined) => change({ sel: id, finding: undefined }),
    change,
  }
}

/** The address, as the page works with it. */
export type SeaAddress = ReturnType<typeof useSeaAddress>

/** The span that is shown: the address's, else all of it where it is not too much, else the last days. */
function spanOf(summary: SeaSummary | undefined, { drill, from, until }: SeaAddress): SeaSpan | undefined {
  if (summary?.from === undefined || summary.until === undefined) return undefined
  const last = Math.ceil(summary.until / 60_000) * 60_000
  const first = Math.floor(summary.from / 60_000) * 60_000
  const days = summary.ships > 20_000 ? 1 : summary.ships > 3000 ? 7 : 31
  const end = until ?? last
  const span = { from: from ?? Math.max(first, end - days * dayMs), until: end }
  return drill === undefined ? span : { ...span, drill }
}

/** Everything that the page shows of the sea, and the clock. */
export function useSea(address: SeaAddress) {
  const summary = useSeaSummary(address.drill)
  const [clock] = useState(() => new SeaClock())
  const wanted = spanOf(summary.data, address)
  // A live watch moves the end every minute: what is on screen stays until a person asks for more.
  const [held, setHeld] = useState<{ key: string; span: SeaSpan }>()
  const key = `${address.drill} ${address.from} ${address.until} ${summary.data !== undefined}`
  if (wanted && held?.key !== key) setHeld({ key, span: wanted })
  const span = held?.key === key ? held.span : wanted
  const isChosen = address.chosen?.startsWith('s:') === false
  const [firstUntil] = useState(address.until)
  const fleet = useFleet(firstUntil, address.drill === undefined && !isChosen)
  // The small answer first: a server that makes the great one meanwhile would keep it waiting.
  const tracks = useTracks(fleet.isLoading ? undefined : span)
  const events = useSeaEvents(span)
  const findings = useSeaFindings(span)
  const data = useMemo(() => (tracks.data ? decodeTracks(tracks.data) : undefined), [tracks.data])
  const preview = useMemo(
    () => (fleet.data && !tracks.data ? decodeTracks(fleet.data) : undefined),
    [fleet.data, tracks.data],
  )
  const nameOf = useMemo(() => namesOf(data), [data])
  const findingItems = useMemo(() => (findings.data?.findings ?? []).map(findingItem), [findings.data])
  const eventItems = useMemo(
    () => (events.data?.events ?? []).map((event) => eventItem(event, nameOf)),
    [events.data, nameOf],
  )
  useEffect(() => {
    if (span) clock.span(span.from, span.until)
  }, [clock, span])
  useEffect(() => () => clock.pause(), [clock])
  const known =
    findingItems.find(({ id }) => id === address.chosen) ?? eventItems.find(({ id }) => id === address.chosen)
  const sought =
    address.chosen?.startsWith('f:') && !known && findings.isSuccess ? address.chosen.slice(2) : undefined
  const elsewhere = useSeaFinding(sought, address.drill)
  const chosen: SeaItem | undefined =
    known ?? (sought && elsewhere.data ? findingItem(elsewhere.data) : undefined)
  return {
    summary,
    clock,
    span,
    data,
    /** Where ships are at one time, until the tracks have come. */
    preview,
    tracks,
    events,
    findings,
    nameOf,
    findingItems,
    eventItems,
    chosen,
    isElsewhere: known === undefined && chosen !== undefined,
  }
}

/** What the page shows of the sea. */
export type Sea = ReturnType<typeof useSea>
