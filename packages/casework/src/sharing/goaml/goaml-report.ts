import type { Instant } from '@cordon/model'
import type { DossierParty, DossierPayment } from '../dossier.ts'
import { withheld } from '../held-back.ts'
import type { Released } from '../release.ts'
import { type GoamlType, goamlSchema } from './goaml-schema.data.ts'
import { type GoamlFault, isType, validateGoaml, type XmlTree } from './goaml-validate.ts'
import { type GoamlValue, goamlTree, xmlOf } from './goaml-xml.ts'

/**
 * What a person adds to a report because no case holds it, by the path of the element: `report/rentity_id`, `report/location/city`,
 * `transaction/transmode_code` for every transaction, `transaction[PAY-7]/from_funds_code` for the one of that reference;
 * `report/transaction[1]/t_to/to_funds_code` by its place; `report/report_indicators` takes several, with commas between them.
 */
export type ReportFacts = Readonly<Record<string, string>>

/** A report as XML, and what is left to fill in. */
export interface GoamlReport {
  readonly xml: string
  readonly tree: XmlTree
  /** Mandatory elements that neither the case nor the person gave. They are left out, never made up. */
  readonly missing: readonly string[]
  /** Whatever else is not as the structure says. */
  readonly faults: readonly GoamlFault[]
}

/**
 * A report on a case to a financial intelligence unit in goAML's XML: its payments as transactions, or, where there are none, what it is
 * about as an activity.
 * @param now when it is made
 */
export function goamlReport(released: Released, facts: ReportFacts, now: Instant): GoamlReport {
  const local = facts['report/currency_code_local']
  const payments = released.payments.filter(({ amount }) => amount !== undefined)
  const fact = (name: string) => facts[`report/${name}`]
  const value: GoamlValue = {
    rentity_id: fact('rentity_id'),
    rentity_branch: fact('rentity_branch'),
    submission_code: fact('submission_code') ?? 'E',
    report_code: fact('report_code') ?? (payments.length > 0 ? 'STR' : 'SAR'),
    entity_reference: fact('entity_reference') ?? `case-${released.case.id}`,
    fiu_ref_number: fact('fiu_ref_number'),
    submission_date: moment(now),
    currency_code_local: local,
    reporting_user_code: fact('reporting_user_code'),
    reason: fact('reason') ?? reasonOf(released),
    action: fact('action') ?? actionOf(released.payments),
    ...(payments.length > 0
      ? { transaction: payments.map((one) => transactionOf(one, facts, local)) }
      : { activity: { report_parties: { report_party: partiesOf(released, facts) } } }),
    report_indicators: { indicator: listed(fact('report_indicators')) },
  }
  const tree = goamlTree('report', 'report', value, facts)
  const faults = validateGoaml(tree)
  const missing = faults
    .filter(({ kind }) => kind === 'missing')
    .flatMap(({ path }) => asked(path, released, payments))
  const comments = missing.length > 0 ? ['A draft. To be filled in by a person:', ...missing] : []
  return {
    xml: xmlOf(tree, comments),
    tree,
    missing,
    faults: faults.filter(({ kind }) => kind !== 'missing'),
  }
}

function moment(at: Instant): string {
  return new Date(at).toISOString().slice(0, 19)
}

function listed(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** What a person is asked for where a path is missing: whether a party is a person, where that is what isn't known. */
function asked(path: string, released: Released, payments: readonly DossierPayment[]): string[] {
  const party = /report_party\[(\d+)\]\/person\|account\|entity$/.exec(path)?.[1]
  if (party) return [`party[${partiesIn(released)[Number(party) - 1]?.id}]/nature`]
  const [, transaction, side] = /transaction\[(\d+)\]\/[a-z_]+\/(from|to)_account\|[a-z_|]+$/.exec(path) ?? []
  if (transaction) return [`transaction[${payments[Number(transaction) - 1]?.reference}]/${side}_nature`]
  return expanded(path)
}

/** Of a structure that is missing as a whole, the paths of what must be in it. */
function expanded(path: string): string[] {
  const type = path.split('/').reduce<GoamlType | undefined>((at, step) => {
    if (step === 'report') return 'report'
    const is = at && goamlSchema[at].find(({ name }) => name === step.replace(/\[\d+\]$/, ''))?.is
    return is && isType(is) ? is : undefined
  }, undefined)
  if (!type || type === 'indicators') return [path]
  return goamlSchema[type]
    .filter(({ required, choice }) => required && !choice)
    .flatMap(({ name }) => expanded(`${path}/${name}`))
}

/** What was seen, in the sentences of the findings. */
function reasonOf({ findings, notes }: Released): string | undefined {
  const lines = findings
    .filter(({ decision, finding }) => decision?.verdict !== 'false' && finding.statement !== withheld)
    .map(({ finding }) => finding.statement)
  const text = [...lines, ...notes.map(({ text: words }) => words)].join('\n')
  return text === '' ? undefined : text
}

/** What was done, where a person did something; what is to be done is theirs to say. */
function actionOf(payments: readonly DossierPayment[]): string | undefined {
  const lines = payments.flatMap(({ reference, state, done }) => {
    const last = done.findLast(({ action }) => action === 'block' || action === 'confirm')
    if (!last || (state !== 'blocked' && state !== 'released')) return []
    return [
      `Payment ${reference} was ${state === 'blocked' ? 'kept stopped' : 'released'} on ${moment(last.at)} (UTC).`,
    ]
  })
  return lines.length > 0 ? lines.join(' ') : undefined
}

function transactionOf(payment: DossierPayment, facts: ReportFacts, local: string | undefined): GoamlValue {
  const fact = (name: string) =>
    facts[`transaction[${payment.reference}]/${name}`] ?? facts[`transaction/${name}`]
  const { amount, date, reference, uetr, texts } = payment
  const isLocal = amount !== undefined && amount.currency === local
  const side = (from: 'from' | 'to'): GoamlValue => {
    const [role, agentRole] = from === 'from' ? ['debtor', 'debtorAgent'] : ['creditor', 'creditorAgent']
    const party = payment.parties.find((one) => one.role === role)
    const agent = payment.parties.find((one) => one.role === agentRole)
    const rate = fact('foreign_exchange_rate')
    return {
      [`${from}_funds_code`]: fact(`${from}_funds_code`),
      ...(amount &&
        !isLocal &&
        local !== undefined && {
          [`${from}_foreign_currency`]: {
            foreign_currency_code: amount.currency,
            foreign_amount: amount.value,
            foreign_exchange_rate: rate,
          },
        }),
      ...holder(from, party, agent, fact, amount?.currency),
      [`${from}_country`]: fact(`${from}_country`) ?? countryOf(party, agent),
    }
  }
  return {
    transactionnumber: reference,
    internal_ref_number: uetr,
    transaction_description: texts.join(' '),
    date_transaction: fact('date_transaction') ?? (date && `${date}T00:00:00`),
    value_date: date && `${date}T00:00:00`,
    transmode_code: fact('transmode_code'),
    amount_local: isLocal ? amount.value : fact('amount_local'),
    // Whose client a party is, the institution says; a message does not.
    [fact('from_my_client') === 'true' ? 't_from_my_client' : 't_from']: side('from'),
    [fact('to_my_client') === 'true' ? 't_to_my_client' : 't_to']: side('to'),
  }
}

function holder(
  from: 'from' | 'to',
  party: DossierParty | undefined,
  agent: DossierParty | undefined,
  fact: (name: string) => string | undefined,
  currency: string | undefined,
): GoamlValue {
  if (party?.account)
    return {
      [`${from}_account`]: {
        institution_name: agent?.name ?? fact(`${from}_institution_name`),
        swift: agent?.bic,
        ...(!agent?.bic && { institution_code: fact(`${from}_institution_code`) }),
        account: party.account,
        currency_code: currency,
        account_name: party.name,
        ...(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(party.account) && { iban: party.account }),
      },
    }
  const nature = party?.nature ?? fact(`${from}_nature`)
  if (nature === 'person')
    return {
      [`${from}_person`]: personOf(party, {
        first_name: fact(`${from}_first_name`),
        last_name: fact(`${from}_last_name`),
      }),
    }
  if (nature === 'organisation' || nature === 'entity') return { [`${from}_entity`]: { name: party?.name } }
  return {}
}

/** A name in one piece is not taken apart: which part of it is the family's, a person says. */
function personOf(
  party: DossierParty | undefined,
  names: { first_name: string | undefined; last_name: string | undefined },
): GoamlValue {
  return {
    ...names,
    ...(party?.birthDate &&
      /^\d{4}-\d\d-\d\d$/.test(party.birthDate) && { birthdate: `${party.birthDate}T00:00:00` }),
    residence: party?.country,
    comments: party?.name && `Name as in the payment: ${party.name}`,
  }
}

/** The country that a party, its IBAN or its agent's BIC names. */
function countryOf(party: DossierParty | undefined, agent: DossierParty | undefined): string | undefined {
  const iban = /^([A-Z]{2})\d{2}[A-Z0-9]{10,30}$/.exec(party?.account ?? '')?.[1]
  return party?.country ?? iban ?? agent?.country ?? agent?.bic?.slice(4, 6)
}

interface ReportedParty {
  readonly kind: string
  readonly id: string
  readonly label: string
  readonly reasons: Set<string>
}

/** Whom the findings that stand are about, each once. */
function partiesIn({ findings }: Released): ReportedParty[] {
  const seen = new Map<string, ReportedParty>()
  for (const { finding, decision } of findings) {
    if (decision?.verdict === 'false') continue
    for (const { kind, id, label } of finding.subjects) {
      if (!['party', 'entity', 'account', 'wallet'].includes(kind)) continue
      const one = seen.get(`${kind} ${id}`) ?? { kind, id, label: label || id, reasons: new Set() }
      if (finding.statement !== withheld) one.reasons.add(finding.statement)
      seen.set(`${kind} ${id}`, one)
    }
  }
  return [...seen.values()]
}

function partiesOf(released: Released, facts: ReportFacts): GoamlValue[] {
  return partiesIn(released).map(({ kind, id, label, reasons }) => {
    const fact = (name: string) => facts[`party[${id}]/${name}`]
    const nature = fact('nature')
    const isAccount = kind === 'account'
    return {
      ...(nature === 'person' && {
        person: {
          first_name: fact('first_name'),
          last_name: fact('last_name'),
          comments: `Name as recorded: ${label}`,
        },
      }),
      ...(nature === 'entity' && { entity: { name: label } }),
      ...(isAccount && {
        account: {
          institution_name: fact('institution_name'),
          institution_code: fact('institution_code'),
          account: id,
        },
      }),
      reason: [...reasons].join(' '),
      comments:
        nature === undefined && !isAccount
          ? `About "${label}" (${id}): say whether it is a person or an entity.`
          : undefined,
    }
  })
}
