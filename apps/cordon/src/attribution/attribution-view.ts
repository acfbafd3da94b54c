import {
  type Abstention,
  type Attribution,
  type EvidenceLine,
  type EvidenceSource,
  likelyFrom,
  namedFrom,
} from '@cordon/cyber'
import type { KnownThreats } from '../threats/known-threats.ts'
import type { AttributionAnswer } from './attribute-evidence.ts'

/** Ways of a source to name a report are many; so many are told. */
const mostReports = 10

/** An answer as the API and the command line give it: every statement with its source and the version of it. */
export function attributionView(answer: AttributionAnswer, threats: KnownThreats) {
  const { attribution, seen, sources, matrix } = answer
  const versions = versionsOf(threats)
  const source = (one: EvidenceSource) => ({
    ...one,
    reports: one.reports.slice(0, mostReports),
    share: rounded(one.share),
    version: versions.get(one.source) ?? 'not stated',
  })
  const line = ({ sources: own, without, ...rest }: EvidenceLine) => ({
    ...rest,
    ...(without !== undefined && { without: rounded(without) }),
    sources: own.map(source),
  })
  const { candidates, settle, sponsors, someoneElse, ...rest } = attribution
  return {
    words: verdictWords(attribution),
    ...rest,
    thresholds: { named: namedFrom, likely: likelyFrom },
    candidates: candidates.map((one) => ({
      id: one.actor.id,
      name: one.actor.name,
      ...(one.actor.code && { code: one.actor.code }),
      describedBy: one.actor.sources,
      ...(one.probability !== undefined && { probability: rounded(one.probability) }),
      for: one.for.map(line),
      against: one.against.map(line),
      contestedNames: one.actor.names.filter(({ also }) => also.length > 0),
      sponsors: one.actor.sponsors,
    })),
    ...(someoneElse !== undefined && { someoneElse: rounded(someoneElse) }),
    sponsors: sponsors.map((one) => ({ ...one, probability: rounded(one.probability) })),
    settle: settle.map((one) => ({
      ...one,
      bits: rounded(one.bits),
      ifSeen: rounded(one.ifSeen),
      ifNot: rounded(one.ifNot),
      favoursName: candidates.find(({ actor }) => actor.id === one.favours)?.actor.name ?? one.favours,
      sources: one.sources.map(source),
    })),
    seen,
    sources,
    matrix,
  }
}

/** An answer as the API and the command line give it. */
export type AttributionView = ReturnType<typeof attributionView>

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function versionsOf({ collections }: KnownThreats): Map<string, string> {
  const versions = new Map<string, string>()
  for (const { source, version, report } of collections) {
    versions.set(source, version)
    if (typeof report.source === 'string') versions.set(report.source, version)
  }
  return versions
}

const abstentions: Readonly<Record<Abstention, string>> = {
  'no-knowledge':
    'No group is known: load a collection first, for example `cordon knowledge import enterprise-attack.json`.',
  'no-evidence': 'There is no evidence: nothing that was seen says anything of who did it.',
  'narrowing-only':
    'Techniques, victims, corridors and hours alone never name anybody: many groups share them. Only groups that look alike are listed.',
  'met-by-nobody': 'No group is known for the programs, hosts, files or wallets that were seen.',
  'someone-else': 'Someone who is not among the known groups is likelier than any of them.',
  'too-close': 'Two groups or more share what was seen; it does not tell them apart.',
  'too-weak': 'What was seen is no group’s own: nothing makes one likelier than everything else together.',
}

/** The verdict as a sentence that a person can read out. */
export function verdictWords({
  abstention,
  candidates,
  confidence,
  named,
  rung,
  sponsors,
  calibratedOn,
}: Attribution): string {
  if (abstention) return `No attribution. ${abstentions[abstention]}`
  const [first, second] = candidates
  const also = second?.probability
    ? ` The next is ${second.actor.name} with ${percent(second.probability)}.`
    : ''
  const sponsor =
    rung === 'sponsor' && sponsors[0]
      ? ` Sources put it under ${sponsors[0].sponsor.label} (${[...new Set(sponsors[0].claims.map(({ source }) => source))].join(', ')}).`
      : ''
  return `${confidence === 'likely' ? 'Likely' : 'Possibly'} ${named!.name}: ${percent(first!.probability ?? 0)} (calibrated on ${calibratedOn}).${also}${sponsor}`
}

/** A probability as people read it; never nought or one. */
export function percent(value: number): string {
  if (value < 0.01) return 'under 1 %'
  return value > 0.99 ? 'over 99 %' : `${Math.round(value * 100)} %`
}
