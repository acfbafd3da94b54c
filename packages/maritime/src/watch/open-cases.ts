import type { Finding, Instant } from '@cordon/model'
import type { Meeting } from '../events/encounter/meeting.ts'
import { oldestTenth } from '../oldest.ts'

const meetingMs = 72 * 3_600_000
const givenMs = 40 * 86_400_000
const mostGiven = 100_000

interface Given {
  readonly revision: number
  /** What the last revision said, for comparison. */
  readonly said: string
  readonly start: Instant
  readonly at: Instant
}

/** Meetings that may be judged again, and what was given out already, so that nothing is said twice. */
export class Cases {
  private readonly open = new Map<string, Meeting>()
  private readonly byShip = new Map<number, Set<string>>()
  private readonly given = new Map<string, Given>()

  /** A meeting, or its later state. */
  meet(meeting: Meeting): void {
    this.open.set(meeting.id, meeting)
    for (const mmsi of [meeting.mmsi, meeting.other]) {
      const known = this.byShip.get(mmsi)
      if (known) known.add(meeting.id)
      else this.byShip.set(mmsi, new Set([meeting.id]))
    }
  }

  private forget({ id, mmsi, other }: Meeting): void {
    this.open.delete(id)
    for (const ship of [mmsi, other]) {
      const known = this.byShip.get(ship)
      known?.delete(id)
      if (known?.size === 0) this.byShip.delete(ship)
    }
  }

  /** Meetings that go on or ended not long ago. */
  meetings(): Meeting[] {
    return [...this.open.values()]
  }

  /** Those of one ship. */
  meetingsOf(mmsi: number): Meeting[] {
    return [...(this.byShip.get(mmsi) ?? [])].map((id) => this.open.get(id)!)
  }

  /**
   * The finding with its revision, or undefined where it says nothing that was not said. A finding keeps the beginning that
   * it first had.
   */
  give(finding: Finding, at: Instant): Finding | undefined {
    const before = this.given.get(finding.id)
    const said = JSON.stringify([
      finding.state,
      finding.score,
      finding.matches,
      finding.evidence.map(({ feature, detail }) => [feature, detail]),
    ])
    if (before?.said === said) return undefined
    const revision = (before?.revision ?? 0) + 1
    const start = Math.min(before?.start ?? finding.window.start, finding.window.start)
    const time = Number.isFinite(at) && at < Number.MAX_SAFE_INTEGER ? at : finding.window.start
    this.given.delete(finding.id)
    this.given.set(finding.id, { revision, said, start, at: time })
    if (this.given.size > mostGiven) for (const oldest of oldestTenth(this.given)) this.given.delete(oldest)
    return { ...finding, revision, window: { ...finding.window, start } }
  }

  /** Forgets what is long past. */
  prune(now: Instant): void {
    for (const meeting of this.open.values())
      if (now - meeting.end > (meeting.state === 'open' ? 10 : 1) * meetingMs) this.forget(meeting)
    for (const [id, { at }] of this.given) if (now - at > givenMs) this.given.delete(id)
  }

  /** Plain data. */
  snapshot(): unknown {
    return structuredClone({ open: [...this.open], given: [...this.given] })
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    const { open, given } = structuredClone(saved) as { open: [string, Meeting][]; given: [string, Given][] }
    for (const [, meeting] of open) this.meet(meeting)
    for (const [id, one] of given) this.given.set(id, one)
  }
}
