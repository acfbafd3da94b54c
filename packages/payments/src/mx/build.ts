import type { PaymentMessage, Transaction } from '../message.ts'
import { instantOfText } from './dates.ts'
import { transactionNames } from './definitions.ts'
import { mapTransaction } from './map.ts'
import { childrenOf, down, type Placed, textDown } from './places.ts'

/** One part of a document: what it shares, and some of its transactions with what their batch shares. */
export interface DocumentPart {
  readonly type: string
  readonly header?: Placed
  readonly shared: readonly Placed[]
  readonly transactions: readonly { readonly placed: Placed; readonly batch: readonly Placed[] }[]
  readonly part?: number
}

/** The message of a part. */
export function buildMessage({ type, header, shared, transactions, part }: DocumentPart): PaymentMessage {
  const group = shared.find(({ element }) => /^(?:GrpHdr|Assgnmt|MsgHdr)$/.test(element.name))
  const from =
    textDown(header, 'Fr', 'FIId', 'FinInstnId', 'BICFI') ??
    bicOf(header, 'Fr') ??
    agentBic(group, 'InstgAgt', 'Assgnr')
  const to =
    textDown(header, 'To', 'FIId', 'FinInstnId', 'BICFI') ??
    bicOf(header, 'To') ??
    agentBic(group, 'InstdAgt', 'Assgne')
  const id =
    textDown(group, 'MsgId') ??
    textDown(group, 'Id') ??
    textDown(header, 'BizMsgIdr') ??
    textDown(header, 'MsgRef')
  const created = instantOfText(
    (textDown(group, 'CreDtTm') ?? textDown(header, 'CreDt') ?? textDown(header, 'CrDate'))?.value,
  )
  // Where a message speaks of a whole group only, the group is its one transaction.
  const all =
    transactions.length > 0 || part !== undefined
      ? transactions.flatMap(({ placed, batch }) => transactionsOf(type, placed, [...shared, ...batch]))
      : shared.length > 0
        ? [groupTransaction(type, shared)]
        : []
  return {
    family: 'MX',
    type,
    id: id?.value ?? '',
    ...(from && { sender: from.value }),
    ...(to && { receiver: to.value }),
    ...(created !== undefined && { created }),
    ...(part !== undefined && { part }),
    transactions: all,
  }
}

function bicOf(header: Placed | undefined, side: 'Fr' | 'To') {
  return (
    textDown(header, side, 'OrgId', 'Id', 'OrgId', 'AnyBIC') ??
    textDown(header, side, 'OrgId', 'Id', 'OrgId', 'BICOrBEI')
  )
}

function agentBic(group: Placed | undefined, ...names: readonly string[]) {
  for (const name of names) {
    const at = down(group, name)
    const agent = down(at, 'Agt') ?? at
    const found = textDown(agent, 'FinInstnId', 'BICFI') ?? textDown(agent, 'FinInstnId', 'BIC')
    if (found) return found
  }
  return undefined
}

/** An entry of a statement may hold several transactions, each with parties of its own. */
function transactionsOf(type: string, placed: Placed, shared: readonly Placed[]): Transaction[] {
  if (placed.element.name !== 'Ntry') return [mapTransaction(type, placed, shared)]
  const details = childrenOf(placed)
    .filter(({ element }) => element.name === 'NtryDtls')
    .flatMap(childrenOf)
    .filter(({ element }) => element.name === 'TxDtls')
  if (details.length < 2) return [mapTransaction(type, placed, shared)]
  const whole = mapTransaction(type, placed.with(withoutDetails(placed)), shared)
  return details.map((one) => {
    const own = mapTransaction(type, one, shared)
    return {
      ...whole,
      ...own,
      kind: whole.kind,
      texts: [...whole.texts, ...own.texts],
      ...(whole.status && { status: own.status ?? whole.status }),
    }
  })
}

function withoutDetails({ element }: Placed) {
  const copy = Object.create(element) as typeof element
  copy.children = element.children.filter(({ name }) => name !== 'NtryDtls')
  return copy
}

function groupTransaction(type: string, shared: readonly Placed[]): Transaction {
  const main =
    shared.find(({ element }) => transactionNames.has(element.name)) ??
    shared.find(({ element }) => element.name.startsWith('Orgnl')) ??
    shared.at(-1)!
  return mapTransaction(
    type,
    main,
    shared.filter((one) => one !== main),
    false,
  )
}
