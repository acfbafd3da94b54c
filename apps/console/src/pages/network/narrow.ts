import type { Detection, Severity } from '../../api/types.ts'

/** What the detections are narrowed to. */
export interface Narrowing {
  readonly rule?: string | undefined
  readonly host?: string | undefined
  readonly technique?: string | undefined
  readonly severity?: string | undefined
  readonly q?: string | undefined
}

/** A rule or a host, and how much was found of it. */
export interface Line {
  readonly id: string
  readonly label: string
  readonly severity: Severity
  readonly detections: number
  readonly records: number
}

/** Least first. */
export const severityOrder: readonly Severity[] = ['low', 'medium', 'high', 'critical']

/** Whether a technique is the one asked for, or below it. */
export function isUnder(technique: string, asked: string): boolean {
  return technique === asked || technique.startsWith(`${asked}.`)
}

/** The detections that fit; `except` leaves one condition out, so that its own choices stay visible. */
export function narrowed(
  detections: readonly Detection[],
  by: Narrowing,
  except?: keyof Narrowing,
): readonly Detection[] {
  const words = (except === 'q' ? '' : (by.q ?? '')).toLowerCase().split(/\s+/).filter(Boolean)
  const asked = (name: keyof Narrowing) => (name === except ? undefined : by[name])
  const [rule, host, technique, severity] = [
    asked('rule'),
    asked('host'),
    asked('technique'),
    asked('severity'),
  ]
  return detections.filter(
    (one) =>
      (!rule || one.rule === rule) &&
      (!host || one.hosts.includes(host)) &&
      (!technique || one.techniques.some((id) => isUnder(id, technique))) &&
      (!severity || one.severity === severity) &&
      words.every((word) =>
        [one.title, ...one.hosts, ...one.techniques].some((text) => text.toLowerCase().includes(word)),
      ),
  )
}

/** Detections counted by rule or by host, the gravest and most frequent first. */
export function countedBy(detections: readonly Detection[], what: 'rule' | 'host'): Line[] {
  const lines = new Map<string, { label: string; severity: number; detections: number; records: number }>()
  for (const one of detections)
    for (const id of what === 'rule' ? [one.rule] : one.hosts) {
      const line = lines.get(id) ?? {
        label: what === 'rule' ? one.title : id,
        severity: 0,
        detections: 0,
        records: 0,
      }
      line.severity = Math.max(line.severity, severityOrder.indexOf(one.severity))
      line.detections++
      line.records += one.records
      lines.set(id, line)
    }
  return [...lines]
    .map(([id, { severity, ...rest }]) => ({ id, ...rest, severity: severityOrder[severity]! }))
    .sort(
      (a, b) =>
        severityOrder.indexOf(b.severity) - severityOrder.indexOf(a.severity) ||
        b.detections - a.detections ||
        a.label.localeCompare(b.label),
    )
}

/** Detections of each technique, and their gravest severity. */
export function countedByTechnique(
  detections: readonly Detection[],
): ReadonlyMap<string, { readonly count: number; readonly severity: Severity }> {
  const counts = new Map<string, { count: number; severity: Severity }>()
  for (const { techniques, severity } of detections)
    for (const id of techniques) {
      const known = counts.get(id)
      if (!known) counts.set(id, { count: 1, severity })
      else {
        known.count++
        if (severityOrder.indexOf(severity) > severityOrder.indexOf(known.severity)) known.severity = severity
      }
    }
  return counts
}
