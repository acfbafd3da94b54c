import { type Finding, guessIndicator } from '@cordon/model'
import type { Store } from '../store/index.ts'
import { type AttributionEvidence, noEvidence } from './evidence.ts'

/** Where a piece of evidence was seen, by its text as it was written: ids of findings, the first few. */
export type WhereSeen = ReadonlyMap<string, readonly string[]>

/** What the findings of a case show of who did it. */
export interface CaseEvidence {
  readonly evidence: AttributionEvidence
  readonly where: WhereSeen
  /** Findings that were read, and those that a person decided to be false, which are left out. */
  readonly findings: number
  readonly leftOut: number
}

/** Findings of one piece of evidence that are told. */
const mostWhere = 5
/** Findings of a case that are read; the gravest come first. */
const mostFindings = 20_000

/** Reads a case's findings, but those that a person has called false. */
export async function caseEvidence(store: Store, id: number): Promise<CaseEvidence> {
  const gathered = new EvidenceGatherer()
  let findings = 0
  let leftOut = 0
  for (let cursor: string | undefined; findings < mostFindings; ) {
    const page = await store.cases.findings(id, { limit: 1_000, ...(cursor && { cursor }) })
    for (const { finding, verdict } of page.findings) {
      findings++
      if (verdict === 'false') leftOut++
      else gathered.add(finding)
    }
    cursor = page.next
    if (!cursor) break
  }
  const profile = (await store.profiles.current())?.profile
  if (profile) gathered.victim(profile.institution)
  return { ...gathered.done(), findings, leftOut }
}

/** Gathers evidence from findings of all doors. */
export class EvidenceGatherer {
  private readonly lists: Record<
    'techniques' | 'software' | 'hashes' | 'infrastructure' | 'wallets' | 'corridors' | 'times',
    Set<string>
  > = {
    techniques: new Set(),
    software: new Set(),
    hashes: new Set(),
    infrastructure: new Set(),
    wallets: new Set(),
    corridors: new Set(),
    times: new Set(),
  }
  private readonly where = new Map<string, string[]>()
  private readonly countries = new Set<string>()
  private readonly sectors = new Set<string>()

  add({ id, watch, matches, subjects, evidence, window }: Finding): void {
    const note = (field: keyof EvidenceGatherer['lists'], text: string) => {
      this.lists[field].add(text)
      const seen = this.where.get(text) ?? []
      this.where.set(text, seen)
      if (seen.length < mostWhere && !seen.includes(id)) seen.push(id)
    }
    for (const ref of matches)
      if (ref.kind === 'stix' && /^T\d{4}(?:\.\d{3})?$/.test(ref.id)) note('techniques', ref.id)
      else if (ref.kind === 'stix' && (/^S\d{4}$/.test(ref.id) || /^(?:malware|tool)--/.test(ref.id)))
        note('software', ref.id)
      else if (ref.kind === 'indicator') {
        const guess = guessIndicator(ref.id.slice(ref.id.indexOf(':') + 1))
        const field = guess && fieldOf(guess.kind)
        if (field) note(field, guess.value)
      }
    for (const ref of [...subjects, ...matches])
      if (ref.kind === 'wallet') note('wallets', ref.id.replace(/^[a-z]+:/, ''))
    for (const { feature, query } of evidence)
      if (/^(?:wallet|walletAddress|identifier)$/.test(feature)) {
        const guess = guessIndicator(query)
        if (guess?.kind === 'wallet') note('wallets', guess.value)
      } else if (feature === 'corridor' && /^[A-Za-z]{2}\s*(?:>|-|→)\s*[A-Za-z]{2}$/.test(query))
        note('corridors', query.replace(/\s*(?:-|→)\s*/, '>').toUpperCase())
    // Only what somebody does has an hour; a ship's meeting or a screening's has none of its author.
    if ((watch === 'cyber' || watch === 'payments') && window.start > 0)
      note('times', String(new Date(window.start).getUTCHours()))
  }

  /** The institution itself is who it was done to. */
  victim({ country, bics }: { readonly country?: string; readonly bics: readonly string[] }): void {
    if (country) this.countries.add(country)
    if (bics.length > 0) this.sectors.add('financial-services')
  }

  done(): Pick<CaseEvidence, 'evidence' | 'where'> {
    const lists = Object.fromEntries(
      Object.entries(this.lists).map(([field, values]) => [field, [...values].sort()]),
    ) as Record<keyof EvidenceGatherer['lists'], string[]>
    return {
      evidence: {
        ...noEvidence(),
        ...lists,
        victims: { countries: [...this.countries], sectors: [...this.sectors] },
      },
      where: this.where,
    }
  }
}

function fieldOf(kind: string): 'hashes' | 'infrastructure' | 'wallets' | undefined {
  if (/^(?:md5|sha\d+)$/.test(kind)) return 'hashes'
  if (kind === 'wallet') return 'wallets'
  return /^(?:ipv4|ipv6|domain|url|socket|email)$/.test(kind) ? 'infrastructure' : undefined
}
