import type {
  Amount,
  PartyRole,
  PaymentParty,
  PaymentText,
  References,
  TextRole,
  Transaction,
  TransactionKind,
} from '../message.ts'
import { accountElements, kindOf, partyElements } from './definitions.ts'
import { accountOf, partyOf } from './party.ts'
import { childrenOf, down, type Placed, textDown, textOf } from './places.ts'

/** Leaves that a person writes into. What stands below `Strd` is a reference unless its name says otherwise. */
const textElements: Readonly<Record<string, TextRole>> = {
  Ustrd: 'remittance',
  AddtlRmtInf: 'remittance',
  InstrInf: 'instruction',
  RgltryDtls: 'regulatoryReporting',
  Inf: 'regulatoryReporting',
  AddtlNtryInf: 'additionalInformation',
  AddtlTxInf: 'additionalInformation',
  AddtlInf: 'additionalInformation',
  AddtlStsRsnInf: 'additionalInformation',
  AddtlRtrRsnInf: 'additionalInformation',
  AddtlStmtInf: 'additionalInformation',
  AddtlRptInf: 'additionalInformation',
  AddtlNtfctnInf: 'additionalInformation',
  Narrtv: 'additionalInformation',
  LineDesc: 'remittance',
  Desc: 'remittance',
  Nm: 'additionalInformation',
}
const codes =
  /^(?:Cd|Ccy|Ctry|CtryOfRes|CdtDbtInd|ChrgBr|SttlmMtd|BtchBookg|NbOfTxs|CtrlSum|Sts|GrpSts|TxSts|RvslInd|[A-Za-z]*(?:Dt|DtTm|Tm|Amt|Sum|Ind|Prty|Rate|Yr|BIC|BICFI|LEI|IBAN|UETR))$/
/** Numbers of agents and accounts in elements that are no party of the payment: who takes charges, whose limit it is. */
const numbers = /^(?:BICFI|BIC|AnyBIC|BICOrBEI|LEI|IBAN)$/
const references = /^(?:[A-Za-z]*(?:Id|Ref|Nb|MsgNmId|Idr)|UETR|OrgnlUETR)$/

interface Found {
  readonly parties: Map<string, PaymentParty>
  readonly texts: PaymentText[]
}

/**
 * What one transaction says. Parties and accounts are found wherever they stand, texts by the name of their element;
 * a text in an element that is unknown here (other definitions, supplementary data) is kept as additional information,
 * so that nothing goes unscreened.
 * @param shared elements of the message or batch that count for each of its transactions
 */
export function mapTransaction(
  type: string,
  placed: Placed,
  shared: readonly Placed[],
  own = true,
): Transaction {
  const found: Found = { parties: new Map(), texts: [] }
  for (const one of shared) walk(one, found, false)
  walk(placed, found, false)
  const kind = kindOfPlaced(type, placed)
  const amount = amountOf(placed, shared)
  const settlementDate = dayOf(placed, shared)
  const status = statusOf(placed)
  return {
    kind,
    references: referencesOf(placed),
    ...(amount && { amount }),
    ...(settlementDate && { settlementDate }),
    parties: [...found.parties.values()],
    texts: found.texts,
    ...(status && { status }),
    ...(own && { path: placed.path }),
  }
}

function walk(placed: Placed, found: Found, underlying: boolean): void {
  const { name } = placed.element
  const role = partyElements[name]
  const accountRole = accountElements[name]
  if (role) {
    addParty(placed, role, found, underlying)
    return
  }
  if (accountRole) {
    addAccount(placed, accountRole, found, underlying)
    return
  }
  if (name === 'Acct') {
    addOwnAccount(placed, found)
    return
  }
  if (name === 'UndrlygCstmrCdtTrf') underlying = true
  const text = textOf(placed)
  if (text) addText(placed, text, found)
  for (const child of childrenOf(placed)) walk(child, found, underlying)
}

function keyOf(role: PartyRole, underlying: boolean): string {
  return underlying ? `underlying ${role}` : role
}

/** One of each role, and more where a statement's entry has more: the details of a later one don't overwrite the former. */
function addParty(placed: Placed, role: PartyRole, found: Found, underlying: boolean): void {
  let key = keyOf(role, underlying)
  const before = found.parties.get(key)
  const party = { ...partyOf(placed, role), ...(underlying && { underlying: true as const }) }
  const isAccountOnly = before && !before.name && !before.bic && before.address.length === 0
  if (isAccountOnly && before.account) {
    found.parties.set(key, { ...party, account: before.account })
    return
  }
  for (let n = 2; found.parties.has(key); n++) key = `${keyOf(role, underlying)} ${n}`
  found.parties.set(key, party)
}

function addAccount(placed: Placed, role: PartyRole, found: Found, underlying: boolean): void {
  const account = accountOf(placed)
  if (!account) return
  const key = keyOf(role, underlying)
  const party = found.parties.get(key)
  if (party && !party.account) found.parties.set(key, { ...party, account })
  else if (!party)
    found.parties.set(key, { role, account, address: [], identifiers: [], ...(underlying && { underlying }) })
  const name = textDown(placed, 'Nm')
  if (name) found.texts.push({ ...name, role: 'additionalInformation' })
}

function addOwnAccount(placed: Placed, found: Found): void {
  const account = accountOf(placed)
  const owner = down(placed, 'Ownr')
  const servicer = down(placed, 'Svcr')
  const base = owner
    ? partyOf(owner, 'accountOwner')
    : { role: 'accountOwner' as const, address: [], identifiers: [] }
  if (account || owner) found.parties.set('accountOwner', { ...base, ...(account && { account }) })
  if (servicer) found.parties.set('accountServicer', partyOf(servicer, 'accountServicer'))
  const name = textDown(placed, 'Nm')
  if (name) found.texts.push({ ...name, role: 'additionalInformation' })
}

function addText(placed: Placed, text: NonNullable<ReturnType<typeof textOf>>, found: Found): void {
  const { name } = placed.element
  const inPurpose = name === 'Prtry' && /\/(?:Purp|CtgyPurp)\/Prtry$/.test(placed.path)
  const known = inPurpose ? 'purpose' : textElements[name]
  if (known || numbers.test(name)) found.texts.push({ ...text, role: known ?? 'additionalInformation' })
  else if (references.test(name)) {
    // References are kept to be read, and not searched for names.
    if (/\/Strd/.test(placed.path)) found.texts.push({ ...text, role: 'relatedReference' })
  } else if (!codes.test(name) && /\p{L}{3}/u.test(text.value) && !/^[A-Z]{2,5}$/.test(text.value))
    found.texts.push({ ...text, role: 'additionalInformation' })
}

function kindOfPlaced(type: string, placed: Placed): TransactionKind {
  if (type.startsWith('camt.054'))
    return textDown(placed, 'CdtDbtInd')?.value === 'DBIT' ? 'debitConfirmation' : 'creditConfirmation'
  if (type.startsWith('pacs.009') && down(placed, 'UndrlygCstmrCdtTrf')) return 'coverTransfer'
  return kindOf(type)
}

/** The first text that one of the paths leads to. */
function first(placed: Placed, paths: readonly (readonly string[])[]): string | undefined {
  for (const path of paths) {
    const found = textDown(placed, ...path)
    if (found) return found.value
  }
  return undefined
}

const amountPaths: readonly (readonly string[])[] = [
  ['IntrBkSttlmAmt'],
  ['RtrdIntrBkSttlmAmt'],
  ['Amt', 'InstdAmt'],
  ['Amt', 'EqvtAmt', 'Amt'],
  ['Amt'],
  ['AmtDtls', 'TxAmt', 'Amt'],
  ['InstdAmt'],
  ['OrgnlIntrBkSttlmAmt'],
  ['OrgnlTxRef', 'IntrBkSttlmAmt'],
  ['OrgnlTxRef', 'Amt', 'InstdAmt'],
]

function amountOf(placed: Placed, shared: readonly Placed[]): Amount | undefined {
  for (const where of [placed, ...shared])
    for (const path of amountPaths) {
      const found = down(where, ...path)
      const currency = found?.element.attribute('Ccy')
      const value = found?.element.text.trim()
      if (currency && value && /^[0-9]+(?:\.[0-9]*)?$/.test(value)) return { currency, value }
    }
  return undefined
}

const dayPaths: readonly (readonly string[])[] = [
  ['IntrBkSttlmDt'],
  ['ReqdExctnDt', 'Dt'],
  ['ReqdExctnDt'],
  ['ReqdColltnDt'],
  ['ValDt', 'Dt'],
  ['ValDt', 'DtTm'],
  ['BookgDt', 'Dt'],
  ['OrgnlIntrBkSttlmDt'],
  ['OrgnlTxRef', 'IntrBkSttlmDt'],
]

function dayOf(placed: Placed, shared: readonly Placed[]): string | undefined {
  for (const where of [placed, ...shared]) {
    // Of a batch the record itself may be the date.
    const own = /^(?:ReqdExctnDt|ReqdColltnDt|IntrBkSttlmDt)$/.test(where.element.name)
    const text = own ? (textOf(where)?.value ?? first(where, [['Dt'], ['DtTm']])) : first(where, dayPaths)
    const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '') ?? []
    if (day) return day
  }
  return undefined
}

function statusOf(placed: Placed): string | undefined {
  const status = first(placed, [['TxSts'], ['GrpSts'], ['Conf'], ['Sts', 'Conf'], ['TxCxlSts']])
  if (status) return status
  const side = first(placed, [['CdtDbtInd']])
  return side === 'CRDT' ? 'C' : side === 'DBIT' ? 'D' : undefined
}

function referencesOf(placed: Placed): References {
  const refs =
    down(placed, 'PmtId') ?? down(placed, 'Refs') ?? down(placed, 'NtryDtls', 'TxDtls', 'Refs') ?? placed
  const instruction = first(refs, [['InstrId'], ['NtryRef'], ['RtrId'], ['CxlId'], ['StsId']])
  const endToEnd = first(refs, [['EndToEndId'], ['OrgnlEndToEndId']])
  const transaction = first(refs, [['TxId'], ['AcctSvcrRef']]) ?? first(placed, [['AcctSvcrRef']])
  const uetr = first(refs, [['UETR'], ['OrgnlUETR']])
  const related =
    first(placed, [['OrgnlInstrId'], ['OrgnlTxId'], ['OrgnlGrpInf', 'OrgnlMsgId'], ['OrgnlMsgId']]) ??
    (refs === placed ? undefined : first(refs, [['MsgId']]))
  return {
    ...(instruction && { instruction }),
    ...(endToEnd && { endToEnd }),
    ...(transaction && { transaction }),
    ...(uetr && { uetr }),
    ...(related && { related }),
  }
}
