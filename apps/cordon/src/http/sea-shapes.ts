import { z } from 'zod'
import { HttpFault } from './problem.ts'

/** Which sea is asked. */
export const drillQuery = z.object({
  drill: z.string().max(100).optional().describe('A drill, played in memory, in the place of the store'),
})

/** A span of time, UTC milliseconds. */
export const spanQuery = drillQuery.extend({
  from: z.number().int().min(0),
  until: z.number().int().min(0),
})

/** Longest span of time whose tracks are given in one answer: memory of the server and of the page. */
export const mostDays = 31
const dayMs = 86_400_000

/** @throws HttpFault 422 for a span that is too long or runs backwards */
export function checkSpan({ from, until }: { readonly from: number; readonly until: number }): void {
  if (until >= from && until - from <= mostDays * dayMs) return
  throw new HttpFault(422, {
    code: 'CORDON_SPAN',
    expected: `a span of at most ${mostDays} days`,
    found: `${((until - from) / dayMs).toFixed(1)} days`,
    where: 'query.until',
    remedy: 'Ask for less at a time.',
  })
}

/** `west,south,east,north`, degrees. @throws HttpFault 422 where it is none */
export function boxOf(text: string): { west: number; south: number; east: number; north: number } {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN, ...more] = text
    .split(',')
    .map(Number)
  const isBox = [west, east].every((lon) => Math.abs(lon) <= 180) && south >= -90 && north <= 90
  if (isBox && south <= north && more.length === 0) return { west, south, east, north }
  throw new HttpFault(422, {
    code: 'CORDON_BOX',
    expected: 'west,south,east,north in degrees',
    found: text.slice(0, 100),
    where: 'query.bbox',
    remedy: 'West is greater than east where the box spans the 180th meridian: 170,-10,-170,10.',
  })
}

/** Anything: events and findings have more fields than the reference lists. */
export const anything = z.record(z.string(), z.unknown())

/** The tag of these routes. */
export const tags = ['Sea']
