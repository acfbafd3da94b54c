import type { Finding, Instant } from '@cordon/model'
import type { CaseState } from '../states.ts'

/** A finding in the case that is to be shared, with what a person decided of it. */
export interface DossierFinding {
  readonly finding: Finding
  /** Why it is in the case, in words. */
  readonly joins: readonly string[]
  readonly revisedAt: Instant
  readonly decision?: DossierDecision
}

/** What a person decided of a finding, in their own words. */
export interface DossierDecision {
  readonly verdict: 'true' | 'false' | 'unsure'
  readonly reason: string
  readonly who: string
  readonly at: Instant
}

/** What a person wrote into the case. A marking in its words (`TLP:RED`) is its marking. */
export interface DossierNote {
  readonly id: string
  readonly who: string
  readonly at: Instant
  readonly text: string
}

/** One party or agent of a payment, in the terms of ISO 20022. */
export interface DossierParty {
  readonly role: string
  readonly name?: string
  readonly account?: string
  readonly bic?: string
  readonly address?: string
  readonly town?: string
  /** ISO 3166 alpha-2. */
  readonly country?: string
  /** ISO 8601, as far as given. */
  readonly birthDate?: string
  readonly nature?: 'person' | 'organisation'
}

/** What a person did with a payment message. */
export interface PaymentDone {
  readonly at: Instant
  readonly who: string
  readonly action: string
  readonly reason: string
}

/** One payment that findings of the case are about. */
export interface DossierPayment {
  readonly id: string
  /** The sender's reference. */
  readonly reference: string
  /** `pacs.008.001.08`, `103`. */
  readonly type: string
  readonly uetr?: string
  readonly amount?: { readonly value: string; readonly currency: string }
  /** Value date, ISO day. */
  readonly date?: string
  readonly parties: readonly DossierParty[]
  readonly texts: readonly string[]
  readonly state: 'open' | 'proposed' | 'released' | 'blocked'
  readonly done: readonly PaymentDone[]
  readonly receivedAt: Instant
  /** Ids of the findings that it came up in. */
  readonly findings: readonly string[]
}

/** A list or collection that findings were judged against. */
export interface DossierList {
  readonly source: string
  readonly title: string
  readonly publisher?: string
  readonly version: string
  readonly fetched?: Instant
}

/** A STIX object as its source has it. */
export type StixBody = Readonly<Record<string, unknown>>

/** Everything of a case before anything is held back. */
export interface Dossier {
  readonly case: {
    readonly id: number
    readonly state: CaseState
    readonly opened: Instant
  }
  readonly findings: readonly DossierFinding[]
  readonly notes: readonly DossierNote[]
  readonly payments: readonly DossierPayment[]
  /** What is known of the threats that findings met: objects, relationships, and the markings they refer to. */
  readonly objects: readonly StixBody[]
  readonly lists: readonly DossierList[]
  readonly institution?: {
    readonly name: string
    readonly country?: string
    readonly bics: readonly string[]
    readonly lei?: string
  }
}
