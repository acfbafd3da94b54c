import type { Finding } from '@cordon/model'
import type { Meeting } from '../events/encounter/meeting.ts'
import type { SeaLabel } from './ship.ts'

/** How much of what is true was found, and how much of what was found is true. */
export interface Score {
  readonly truths: number
  readonly found: number
  readonly hits: number
  readonly precision: number
  readonly recall: number
}

const slackMs = 3 * 3_600_000
/** A meeting shorter than this is none by the rule itself. */
const leastMs = 2 * 3_600_000

/**
 * Encounters against what truly lay together for two hours and more.
 * @param isInPort where the rule itself finds nothing: what lies together there is no truth to be found
 */
export function scoreMeetings(
  meetings: readonly Meeting[],
  labels: readonly SeaLabel[],
  isInPort: (lat: number, lon: number) => boolean,
): Score {
  const truths = labels.filter(({ start, end, lat, lon }) => end - start >= leastMs && !isInPort(lat, lon))
  const isHit = (meeting: Meeting, label: SeaLabel) =>
    label.mmsis.includes(meeting.mmsi) && label.mmsis.includes(meeting.other) && overlaps(meeting, label)
  return scoreOfHits(
    truths.length,
    truths.filter((label) => meetings.some((meeting) => isHit(meeting, label))).length,
    meetings.length,
    meetings.filter((meeting) => labels.some((label) => isHit(meeting, label))).length,
  )
}

/** Findings of transfers, dark or not, against the transfers. */
export function scoreTransfers(findings: readonly Finding[], labels: readonly SeaLabel[]): Score {
  const transfers = labels.filter(({ kind }) => kind === 'transfer')
  return scoreOfHits(
    transfers.length,
    transfers.filter((label) => findings.some((finding) => concerns(finding, label))).length,
    findings.length,
    findings.filter((finding) => transfers.some((label) => concerns(finding, label))).length,
  )
}

/** The share of lawful meetings for which a transfer was found. */
export function lawfulAlarms(
  findings: readonly Finding[],
  labels: readonly SeaLabel[],
): { alarms: number; lawful: number } {
  const lawful = labels.filter(({ kind }) => kind !== 'transfer')
  return {
    alarms: lawful.filter((label) => findings.some((finding) => concerns(finding, label))).length,
    lawful: lawful.length,
  }
}

/** Whether a finding is of both ships of a label (of one, where the other is not heard), at its time. */
export function concerns(finding: Finding, label: SeaLabel): boolean {
  const ids = finding.subjects.map(({ id }) => id)
  const named = label.mmsis.filter((mmsi) => ids.includes(`mmsi:${mmsi}`)).length
  const { start, end = start } = finding.window
  return named === ids.length && named > 0 && overlaps({ start, end }, label)
}

function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start <= b.end + slackMs && b.start <= a.end + slackMs
}

function scoreOfHits(truths: number, recalled: number, found: number, right: number): Score {
  return {
    truths,
    found,
    hits: recalled,
    precision: found === 0 ? 1 : right / found,
    recall: truths === 0 ? 1 : recalled / truths,
  }
}
