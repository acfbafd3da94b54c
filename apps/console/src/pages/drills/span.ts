import { strings } from '../../strings/index.ts'

const hourMs = 3_600_000

/** A span of time as a person says it, its sign left out. */
export function spanText(ms: number): string {
  const words = strings.drills.spans
  const size = Math.abs(ms)
  if (size < 2 * hourMs) return words.minutes(String(Math.round(size / 60_000)))
  const [say, value] = size < 72 * hourMs ? [words.hours, size / hourMs] : [words.days, size / (24 * hourMs)]
  return say(value >= 20 ? strings.number(Math.round(value)) : String(Math.round(value * 10) / 10))
}

/** How early or late it was against a milestone. */
export function leadText({ milestone, ms }: { readonly milestone: string; readonly ms: number }): string {
  const words = strings.drills.list
  return ms >= 0 ? words.early_(spanText(ms), milestone) : words.late_(spanText(ms), milestone)
}
