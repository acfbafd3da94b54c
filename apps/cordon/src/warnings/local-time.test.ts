import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueTime, isZone, nextAt, nextHour, quietUntil, wallTime } from './local-time.ts'

const at = (text: string) => Date.parse(text)
const iso = (instant: number | undefined) => instant && new Date(instant).toISOString()
const zones = [
  'UTC',
  'Asia/Seoul',
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
]

describe('a daily time', () => {
  it('is the next one on the clocks of the zone', () => {
    expect(iso(nextAt(at('2026-11-25T10:00:00Z'), '08:00', 'Asia/Seoul'))).toBe('2026-11-25T23:00:00.000Z')
    expect(iso(nextAt(at('2026-11-25T23:00:00Z'), '08:00', 'Asia/Seoul'))).toBe('2026-11-26T23:00:00.000Z')
  })

  it('stays at its hour when the clocks change', () => {
    expect(iso(nextAt(at('2026-03-28T12:00:00Z'), '08:00', 'Europe/London'))).toBe('2026-03-29T07:00:00.000Z')
    expect(iso(nextAt(at('2026-10-24T12:00:00Z'), '08:00', 'Europe/London'))).toBe('2026-10-25T08:00:00.000Z')
  })

  it('comes once where the clocks leave its hour out, and once where they show it twice', () => {
    const spring = nextAt(at('2026-03-28T12:00:00Z'), '01:30', 'Europe/London')
    expect(iso(spring)).toBe('2026-03-29T01:30:00.000Z')
    expect(iso(nextAt(spring, '01:30', 'Europe/London'))).toBe('2026-03-30T00:30:00.000Z')
    const autumn = nextAt(at('2026-10-24T12:00:00Z'), '01:30', 'Europe/London')
    expect(iso(autumn)).toBe('2026-10-25T00:30:00.000Z')
    expect(iso(nextAt(autumn, '01:30', 'Europe/London'))).toBe('2026-10-26T01:30:00.000Z')
  })

  it('lies within two days, and the clocks show it, in every zone', () => {
    const instants = fc.integer({ min: at('2020-01-01'), max: at('2035-01-01') })
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1_439 }),
        (now, zone, minute) => {
          const clock = new Date(minute * 60_000).toISOString().slice(11, 16)
          const next = nextAt(now, clock, zone)
          expect(next).toBeGreaterThan(now)
          expect(next - now).toBeLessThanOrEqual(49 * 3_600_000)
          const shown = new Date(wallTime(next, zone)).toISOString().slice(11, 16)
          // But for an hour that is left out, for which the clocks show a later one.
          if (shown !== clock) expect(shown > clock).toBe(true)
        },
      ),
    )
  })
})

it('a full hour is the zone’s own, also where its offset has minutes', () => {
  expect(iso(nextHour(at('2026-11-25T10:20:00Z'), 'Asia/Kathmandu'))).toBe('2026-11-25T11:15:00.000Z')
  expect(iso(nextHour(at('2026-11-25T10:00:00Z'), 'UTC'))).toBe('2026-11-25T11:00:00.000Z')
})

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00' }
  it('go over midnight, and end when the clocks show their end', () => {
    expect(iso(quietUntil(at('2026-11-25T14:00:00Z'), night, 'Asia/Seoul'))).toBe('2026-11-25T22:00:00.000Z')
    expect(iso(quietUntil(at('2026-11-25T21:59:00Z'), night, 'Asia/Seoul'))).toBe('2026-11-25T22:00:00.000Z')
    expect(quietUntil(at('2026-11-25T22:00:00Z'), night, 'Asia/Seoul')).toBeUndefined()
    expect(quietUntil(at('2026-11-25T12:59:00Z'), night, 'Asia/Seoul')).toBeUndefined()
  })

  it('of no length are none', () => {
    expect(quietUntil(at('2026-11-25T07:00:00Z'), { from: '07:00', to: '07:00' }, 'UTC')).toBeUndefined()
  })

  it('hold back everything but what is critical, and a digest too', () => {
    const rule = { quiet: night, zone: 'UTC', criticalAtOnce: true }
    const now = at('2026-11-25T23:30:00Z')
    expect(dueTime(now, rule, true)).toBe(now)
    expect(iso(dueTime(now, rule, false))).toBe('2026-11-26T07:00:00.000Z')
    expect(iso(dueTime(now, { ...rule, criticalAtOnce: false }, true))).toBe('2026-11-26T07:00:00.000Z')
    expect(iso(dueTime(now, { ...rule, digest: { every: 'hour' } }, false))).toBe('2026-11-26T07:00:00.000Z')
    const day = { every: 'day', at: '12:15' } as const
    expect(iso(dueTime(now, { ...rule, digest: day }, false))).toBe('2026-11-26T12:15:00.000Z')
  })

  it('never hold back for longer than a day and two hours, and what is let through lies outside of them', () => {
    const clocks = fc
      .integer({ min: 0, max: 95 })
      .map((n) => new Date(n * 900_000).toISOString().slice(11, 16))
    const instants = fc.integer({ min: at('2020-01-01'), max: at('2035-01-01') })
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), clocks, clocks, (now, zone, from, to) => {
        const due = dueTime(now, { quiet: { from, to }, zone, criticalAtOnce: false }, true)
        expect(due).toBeGreaterThanOrEqual(now)
        expect(due - now).toBeLessThanOrEqual(26 * 3_600_000)
      }),
    )
  })
})

it('knows zones by their names', () => {
  expect([isZone('Asia/Seoul'), isZone('Mars/Olympus'), isZone('')]).toEqual([true, false, false])
})
