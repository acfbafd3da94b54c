import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Instant } from './instant.ts'
import type { Ref } from './ref.ts'

/** The doors. */
export const watchNames = ['screening', 'payments', 'maritime', 'cyber'] as const
/** One of the doors. */
export type WatchName = (typeof watchNames)[number]

/** Severity of a finding, least first. */
export const severities = ['low', 'medium', 'high', 'critical'] as const
/** One of `severities`. */
export type Severity = (typeof severities)[number]

/** Traffic Light Protocol 2.0 (FIRST), in the order of who may see it, widest first. */
export const tlpMarkings = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const
/** One of `tlpMarkings`. */
export type Tlp = (typeof tlpMarkings)[number]

/** One reason for (positive contribution) or against (negative) a finding. */
export interface Evidence {
  /** What was compared: `name`, `birthDate`, `imoNumber`, `walletAddress`, `distance` ... */
  readonly feature: string
  /** The observation's value. */
  readonly query: string
  /** The value it met. */
  readonly candidate: string
  /** What it added to the score; negative where it speaks against. */
  readonly contribution: number
  /** One sentence for a person: how the two values met. */
  readonly detail: string
  /** Who says the candidate's value. */
  readonly source?: string
  readonly version?: string
  /** Where in the observation the value stands: a column, an XPath, a field. */
  readonly path?: string
}

/** Something a person should look at. An upsert by `id` keeps the highest `revision`. */
export interface Finding {
  /** From `findingId`. The same fact seen twice, or grown longer, is one finding. */
  readonly id: string
  readonly revision: number
  readonly state: 'open' | 'closed'
  readonly watch: WatchName
  readonly rule: string
  readonly ruleVersion: string
  readonly severity: Severity
  /** Strength, 0..1; ranks findings of one rule. */
  readonly score: number
  /** Only where there is a named, labelled set to calibrate on. */
  readonly probability?: { readonly value: number; readonly calibratedOn: string; readonly prior: number }
  readonly subjects: readonly Ref[]
  readonly matches: readonly Ref[]
  readonly window: { readonly start: Instant; readonly end?: Instant }
  /** Where it happened, degrees (WGS 84), where the rule knows it. */
  readonly place?: { readonly lat: number; readonly lon: number }
  readonly evidence: readonly Evidence[]
  /** Source name to version: what it was judged against. */
  readonly knowledgeVersions: Readonly<Record<string, string>>
  readonly marking: Tlp
  /** One plain sentence a person can read out. */
  readonly statement: string
}

/** What identifies a finding. */
export interface FindingKey {
  readonly watch: WatchName
  /** Without its version. */
  readonly rule: string
  readonly subjects: readonly Ref[]
  readonly matches: readonly Ref[]
  /** Named by the rule: a message id, the start of a meeting, a listing id. */
  readonly anchor: string
}

/**
 * The stable id of a finding: 32 hexadecimal digits of the SHA-256 over watch, rule, sorted subjects, sorted matches
 * and anchor. Labels don't count, so that a renamed subject is still the same finding.
 */
export function findingId(key: FindingKey): string {
  const ids = (refs: readonly Ref[]) => refs.map((ref) => [ref.kind, ref.id]).sort(byJson)
  const text = JSON.stringify([key.watch, key.rule, ids(key.subjects), ids(key.matches), key.anchor])
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)
}

function byJson(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
