import type { Finding, Ref, Severity, Tlp, WatchName } from '@cordon/model'
import { severities } from '@cordon/model'
import { caseSeverity, type DoorTally } from '../severity.ts'
import { caseTitle } from '../title.ts'
import type { Dossier, DossierFinding, DossierPayment, StixBody } from './dossier.ts'
import { type HeldBack, type HeldCounts, noneHeld, withheld } from './held-back.ts'
import {
  addObjectSecrets,
  type HeldObject,
  judgeObjects,
  ownWords,
  scrubbedObject,
  withUsedMarkings,
} from './release-objects.ts'
import { Secrets } from './secrets.ts'
import { MarkingReader } from './stix-marking.ts'
import { markingInText, mayLeave, stricter, usualForWords } from './tlp.ts'

/** What of a case may leave at a level. Every format is made of this, and of nothing else. */
export interface Released extends Omit<Dossier, 'case'> {
  /** The level that a person chose. */
  readonly level: Tlp
  /** The strictest marking of what is in it. */
  readonly marking: Tlp
  readonly case: Dossier['case'] & {
    /** By the findings that are released. */
    readonly title: string
    readonly severity: Severity
    readonly severityWords: string
  }
  readonly held: HeldBack
}

/**
 * Holds back of a case whatever is marked above a level, and whatever else says the same: sentences that quote it, references to
 * it, notes and decisions about it. Anything that has to be held back may make more be held back, until nothing does.
 */
export function release(dossier: Dossier, level: Tlp): Released {
  const markings = new MarkingReader(dossier.objects)
  let findings = dossier.findings.filter(({ finding }) => mayLeave(finding.marking, level))
  let objects = judgeObjects(dossier.objects, level, markings)
  for (;;) {
    const secrets = secretsOf(dossier, new Set(findings), objects, level)
    const counts = noneHeld()
    const scrubbed = findings.map((one) => scrubbedFinding(one, secrets, counts, level))
    const bodies = objects.map((one) => (one.isOut ? scrubbedObject(one, secrets, counts) : undefined))
    const stays = (_: unknown, i: number) => scrubbed[i] !== undefined
    const isSettled =
      scrubbed.every((one) => one !== undefined) &&
      objects.every(({ isOut }, i) => !isOut || bodies[i] !== undefined)
    if (!isSettled) {
      findings = findings.filter(stays)
      objects = objects.map((one, i) => ({ ...one, isOut: bodies[i] !== undefined }))
      continue
    }
    counts.findings = dossier.findings.length - findings.length
    counts.objects = objects.filter(({ isOut }) => !isOut).length
    return assembled(
      dossier,
      level,
      scrubbed as DossierFinding[],
      withUsedMarkings(bodies.filter((one) => one !== undefined)),
      secrets,
      counts,
      markings,
    )
  }
}

function assembled(
  dossier: Dossier,
  level: Tlp,
  findings: readonly DossierFinding[],
  objects: readonly StixBody[],
  secrets: Secrets,
  counts: HeldCounts,
  markings: MarkingReader,
): Released {
  const notes = dossier.notes.filter(({ text }) => mayLeave(markingOfWords(text), level) && !secrets.in(text))
  counts.notes = dossier.notes.length - notes.length
  const ids = new Set(findings.map(({ finding }) => finding.id))
  const payments = dossier.payments.flatMap((one) => scrubbedPayment(one, ids, secrets, counts, level) ?? [])
  counts.payments = dossier.payments.length - payments.length
  const named = new Set(findings.flatMap(({ finding }) => Object.keys(finding.knowledgeVersions)))
  const things = [
    ...findings.map(({ finding }) => finding.marking),
    ...findings.flatMap(({ decision }) =>
      decision && decision.reason !== withheld ? [markingOfWords(decision.reason)] : [],
    ),
    ...notes.map(({ text }) => markingOfWords(text)),
    ...objects.filter(({ type }) => type !== 'marking-definition').map((one) => markings.ofObject(one)),
  ]
  return {
    level,
    marking: things.reduce<Tlp>(stricter, 'TLP:CLEAR'),
    case: { ...dossier.case, ...severityOf(findings), title: titleOf(findings) },
    findings,
    notes,
    payments,
    objects,
    lists: dossier.lists.filter(({ source }) => named.has(source)),
    ...(dossier.institution && { institution: dossier.institution }),
    held: counts,
  }
}

/** The marking of what a person wrote. */
export function markingOfWords(text: string): Tlp {
  return markingInText(text) ?? usualForWords
}

function secretsOf(
  dossier: Dossier,
  out: ReadonlySet<DossierFinding>,
  objects: readonly HeldObject[],
  level: Tlp,
): Secrets {
  const own = [
    ...[...out].flatMap(({ finding }) => structuredWords(finding)),
    ...objects.filter(({ isOut }) => isOut).flatMap(ownWords),
  ]
  const secrets = new Secrets(own)
  for (const one of dossier.findings) {
    if (out.has(one)) {
      const { decision } = one
      if (decision && !mayLeave(markingOfWords(decision.reason), level)) secrets.addText(decision.reason)
      continue
    }
    for (const value of structuredWords(one.finding)) secrets.add(value)
    for (const text of [one.finding.statement, ...one.joins, one.decision?.reason ?? ''])
      secrets.addText(text)
    const { place } = one.finding
    if (place) secrets.add(`${place.lat} ${place.lon}`)
    secrets.add(one.finding.id)
  }
  for (const { text } of dossier.notes) if (!mayLeave(markingOfWords(text), level)) secrets.addText(text)
  for (const one of objects) addObjectSecrets(secrets, one)
  return secrets
}

/** The values of a finding, each by itself. */
function structuredWords({ subjects, matches, evidence }: Finding): string[] {
  return [
    ...[...subjects, ...matches].flatMap(({ id, label }) => [id, label]),
    ...evidence.flatMap(({ query, candidate, detail }) => [query, candidate, detail]),
  ]
}

/** Undefined where nothing is left by which one could tell what it is about. */
function scrubbedFinding(
  { finding, joins, decision, revisedAt }: DossierFinding,
  secrets: Secrets,
  counts: HeldCounts,
  level: Tlp,
): DossierFinding | undefined {
  const isFree = ({ id, label }: Ref) => !secrets.in(id) && !secrets.in(label)
  const subjects = finding.subjects.filter(isFree)
  const matches = finding.matches.filter(isFree)
  if (finding.subjects.length > 0 && subjects.length === 0) return undefined
  const evidence = finding.evidence.filter(
    ({ feature, query, candidate, detail, path = '', source = '', version = '' }) =>
      ![feature, query, candidate, detail, path, source, version].some((text) => secrets.in(text)),
  )
  counts.evidence += finding.subjects.length + finding.matches.length + finding.evidence.length
  counts.evidence -= subjects.length + matches.length + evidence.length
  const said = (text: string) => {
    if (!secrets.in(text)) return text
    counts.texts++
    return withheld
  }
  const versions = Object.entries(finding.knowledgeVersions).filter(
    ([name, version]) => !secrets.in(name) && !secrets.in(version),
  )
  const told = decision && scrubbedDecision(decision, secrets, counts, level)
  return {
    finding: {
      ...finding,
      subjects,
      matches,
      evidence,
      statement: said(finding.statement),
      knowledgeVersions: Object.fromEntries(versions),
    },
    joins: joins.filter((words) => {
      if (!secrets.in(words)) return true
      counts.texts++
      return false
    }),
    revisedAt,
    ...(told && { decision: told }),
  }
}

function scrubbedDecision(
  decision: NonNullable<DossierFinding['decision']>,
  secrets: Secrets,
  counts: HeldCounts,
  level: Tlp,
): DossierFinding['decision'] {
  if (mayLeave(markingOfWords(decision.reason), level) && !secrets.in(decision.reason)) return decision
  counts.decisions++
  return { ...decision, reason: withheld }
}

function scrubbedPayment(
  payment: DossierPayment,
  findings: ReadonlySet<string>,
  secrets: Secrets,
  counts: HeldCounts,
  level: Tlp,
): DossierPayment | undefined {
  const about = payment.findings.filter((id) => findings.has(id))
  if (about.length === 0 || secrets.in(payment.reference) || secrets.in(payment.uetr ?? '')) return undefined
  const parties = payment.parties.filter((party) => !Object.values(party).some((text) => secrets.in(text)))
  const texts = payment.texts.filter((text) => !secrets.in(text))
  counts.evidence += payment.parties.length - parties.length
  counts.texts += payment.texts.length - texts.length
  const done = payment.done.map((one) => {
    if (mayLeave(markingOfWords(one.reason), level) && !secrets.in(one.reason)) return one
    counts.texts++
    return { ...one, reason: withheld }
  })
  return { ...payment, findings: about, parties, texts, done }
}

function severityOf(findings: readonly DossierFinding[]): { severity: Severity; severityWords: string } {
  const doors = new Map<WatchName, DoorTally>()
  for (const { finding, decision } of findings) {
    const { watch, severity } = finding
    const before = doors.get(watch)
    const stands = decision?.verdict === 'false' ? undefined : severity
    const standing = graver(before?.standing, stands)
    doors.set(watch, { watch, peak: graver(before?.peak, severity)!, ...(standing && { standing }) })
  }
  const { severity, words } = caseSeverity([...doors.values()])
  return { severity, severityWords: words }
}

function graver(a: Severity | undefined, b: Severity | undefined): Severity | undefined {
  if (!a || !b) return a ?? b
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b
}

function titleOf(findings: readonly DossierFinding[]): string {
  const [first] = [...findings].sort(
    (a, b) =>
      severities.indexOf(b.finding.severity) - severities.indexOf(a.finding.severity) ||
      b.finding.score - a.finding.score ||
      (a.finding.id < b.finding.id ? -1 : 1),
  )
  return first ? caseTitle(first.finding) : withheld
}
