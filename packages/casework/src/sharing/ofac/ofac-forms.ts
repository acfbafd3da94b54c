import { isoDay } from '@cordon/model'
import type { DossierParty, DossierPayment } from '../dossier.ts'
import type { ReportFacts } from '../goaml/goaml-report.ts'
import { withheld } from '../held-back.ts'
import type { Released } from '../release.ts'
import { type Block, heading, paragraph, type ReportDocument } from '../report/document.ts'

/** The reports that OFAC asks for. */
export const ofacForms = ['ofac-blocking', 'ofac-rejected', 'ofac-annual'] as const
/** One of `ofacForms`. */
export type OfacForm = (typeof ofacForms)[number]

/** One field of a form. */
export interface OfacField {
  /** By which a person gives it: `filer/name`, `item[PAY-7]/value-usd`. */
  readonly key: string
  readonly label: string
  readonly required: boolean
  readonly value?: string
  /** Where the value is from. */
  readonly from?: 'case' | 'person'
}

/** A form as far as it is filled in. */
export interface OfacReport {
  readonly form: OfacForm
  readonly filer: readonly OfacField[]
  readonly items: readonly { readonly reference: string; readonly fields: readonly OfacField[] }[]
  /** Keys of required fields that neither the case nor the person gave. */
  readonly missing: readonly string[]
}

interface FieldRule {
  readonly key: string
  readonly label: string
  readonly optional?: true
  readonly of?: (released: Released, payment?: DossierPayment) => string | undefined
}

const filer: readonly FieldRule[] = [
  {
    key: 'filer/name',
    label: 'Name of the person or institution that reports',
    of: ({ institution }) => institution?.name || undefined,
  },
  { key: 'filer/address', label: 'Its address' },
  { key: 'filer/contact-name', label: 'Name of the contact' },
  { key: 'filer/contact-telephone', label: 'Telephone of the contact' },
  { key: 'filer/contact-email', label: 'E-mail of the contact' },
  {
    key: 'filer/country',
    label: 'Country of the institution',
    optional: true,
    of: ({ institution }) => institution?.country,
  },
]

const target = ({ findings }: Released, payment?: DossierPayment) =>
  joined(
    findings
      .filter(
        ({ finding, decision }) => decision?.verdict !== 'false' && payment?.findings.includes(finding.id),
      )
      .flatMap(({ finding }) =>
        finding.matches.map(({ label, id }) => (label === id ? id : `${label} (${id})`)),
      ),
  )

const description = ({ findings }: Released, payment?: DossierPayment) => {
  if (!payment) return undefined
  const seen = findings
    .filter(({ finding }) => payment.findings.includes(finding.id) && finding.statement !== withheld)
    .map(({ finding }) => finding.statement)
  return [
    `Payment ${payment.reference} (${payment.type})${payment.date ? `, value date ${payment.date}` : ''}.`,
    ...seen,
  ].join(' ')
}

const amount: FieldRule = {
  key: 'value',
  label: 'Amount and currency',
  of: (_, payment) => payment?.amount && `${payment.amount.value} ${payment.amount.currency}`,
}
const usd: FieldRule = {
  key: 'value-usd',
  label: 'Value in US dollars, actual or estimated',
  of: (_, payment) => (payment?.amount?.currency === 'USD' ? payment.amount.value : undefined),
}
const parties: FieldRule = {
  key: 'parties',
  label: 'All parties to the transaction, with their addresses',
  of: (_, payment) => joined((payment?.parties ?? []).map(partyText), '\n'),
}
const authority: FieldRule = {
  key: 'legal-authority',
  label: 'Legal authority: the sanctions programme or the part of 31 CFR',
}
const associated: FieldRule = { key: 'target', label: 'Sanctions target that is concerned', of: target }
const instruction: FieldRule = {
  key: 'copy',
  label: 'Copy of the payment instruction: where it is attached',
  optional: true,
}
const blockedOn = (_: Released, payment?: DossierPayment) => doneOn(payment, 'block')

/** Fields of each item, by the section that asks for them. */
const items: Readonly<Record<OfacForm, readonly FieldRule[]>> = {
  // 31 CFR 501.603(b)(1).
  'ofac-blocking': [
    {
      key: 'owner',
      label: 'Owner of the blocked property, or account party',
      of: (_, payment) =>
        joined((payment?.parties ?? []).filter(({ role }) => role === 'debtor').map(partyText)),
    },
    { key: 'property-type', label: 'Type of property', of: (_, payment) => payment && 'Funds transfer' },
    { key: 'description', label: 'Description of the property and of the transaction', of: description },
    amount,
    usd,
    { key: 'date', label: 'Date on which it was blocked', of: blockedOn },
    { key: 'location', label: 'Where the property is held' },
    { key: 'account-status', label: 'Blocked account into which it was put' },
    parties,
    associated,
    authority,
    instruction,
  ],
  // 31 CFR 501.604(b).
  'ofac-rejected': [
    { key: 'description', label: 'Description of the transaction', of: description },
    {
      key: 'transaction-type',
      label: 'Type of transaction',
      of: (_, payment) => payment && `Funds transfer (${payment.type})`,
    },
    amount,
    usd,
    { key: 'date', label: 'Date on which it was rejected' },
    parties,
    associated,
    authority,
    { key: 'basis', label: 'Why it was rejected' },
    instruction,
  ],
  // Annual report of blocked property, TD F 90-22.50 (31 CFR 501.603(b)(2)).
  'ofac-annual': [
    {
      key: 'account-or-item',
      label: 'Account or item: identifying number',
      of: (_, payment) => payment?.reference,
    },
    {
      key: 'owner',
      label: 'Owner of the property',
      of: (_, payment) =>
        joined((payment?.parties ?? []).filter(({ role }) => role === 'debtor').map(partyText)),
    },
    { key: 'property-type', label: 'Type of property', of: (_, payment) => payment && 'Funds transfer' },
    { key: 'description', label: 'Description', of: description },
    amount,
    { key: 'value-usd', label: 'Value in US dollars on 30 June' },
    { key: 'date', label: 'Date on which it was blocked', of: blockedOn },
    { key: 'location', label: 'Where the property is held' },
    associated,
    authority,
  ],
}

const titles: Readonly<Record<OfacForm, string>> = {
  'ofac-blocking': 'Report of blocked property (31 CFR 501.603)',
  'ofac-rejected': 'Report of a rejected transaction (31 CFR 501.604)',
  'ofac-annual': 'Annual report of blocked property (TD F 90-22.50)',
}

/**
 * A form of OFAC's filled in from a case, an item a payment; a report of blocked property tells those that a person kept stopped, one of
 * rejected transactions all of the case. Nothing is made up: what neither the case nor the person gives is named.
 */
export function ofacReport(released: Released, form: OfacForm, facts: ReportFacts): OfacReport {
  const payments = released.payments.filter(({ state }) => form === 'ofac-rejected' || state === 'blocked')
  const fill = (
    { key, label, optional, of }: FieldRule,
    full: string,
    payment?: DossierPayment,
  ): OfacField => {
    const said = facts[full] ?? facts[key]
    const value = said ?? of?.(released, payment)
    return {
      key: full,
      label,
      required: !optional,
      ...(value ? { value, from: said === undefined ? 'case' : 'person' } : {}),
    }
  }
  const annual: readonly FieldRule[] = [
    { key: 'filer/as-of', label: 'Property as of 30 June of the year' },
    { key: 'filer/total', label: 'Number of accounts or items', of: () => String(payments.length) },
    { key: 'filer/certified-by', label: 'Certified by: name and title' },
  ]
  const head = [...filer, ...(form === 'ofac-annual' ? annual : [])].map((rule) => fill(rule, rule.key))
  const filled = payments.map((payment) => ({
    reference: payment.reference,
    fields: items[form].map((rule) => fill(rule, `item[${payment.reference}]/${rule.key}`, payment)),
  }))
  const missing = [...head, ...filled.flatMap(({ fields }) => fields)]
    .filter(({ required, value }) => required && value === undefined)
    .map(({ key }) => key)
  return { form, filer: head, items: filled, missing: payments.length === 0 ? [...missing, 'item'] : missing }
}

/** The form as a document to print, missing fields named. */
export function ofacDocument(
  { form, filer: head, items: some, missing }: OfacReport,
  marking: string,
): ReportDocument {
  const facts = (fields: readonly OfacField[]): Block => ({
    is: 'facts',
    facts: fields.map(
      ({ label, value, required, key }) =>
        [label, value ?? (required ? `TO BE FILLED IN (${key})` : '–')] as const,
    ),
  })
  return {
    language: 'en',
    title: titles[form],
    marking,
    blocks: [
      heading(1, titles[form]),
      facts(head),
      ...some.flatMap(({ reference, fields }) => [heading(2, reference), facts(fields)]),
      ...(some.length === 0
        ? [
            paragraph(
              form === 'ofac-rejected'
                ? 'The case has no payment.'
                : 'No payment of the case was kept stopped.',
              'strong',
            ),
          ]
        : []),
      ...(missing.length > 0 ? [heading(2, 'To be filled in'), { is: 'list' as const, items: missing }] : []),
      paragraph('A draft made from what was recorded; whoever files it answers for it.', 'quiet'),
    ],
  }
}

function doneOn(payment: DossierPayment | undefined, action: string): string | undefined {
  const last = payment?.done.findLast((one) => one.action === action)
  return last && isoDay(last.at)
}

function partyText({ role, name, account, bic, address, town, country }: DossierParty): string {
  return `${role}: ${[name, account, bic, address, town, country].filter(Boolean).join(', ')}`
}

function joined(some: readonly string[], between = '; '): string | undefined {
  return some.length > 0 ? [...new Set(some)].join(between) : undefined
}
