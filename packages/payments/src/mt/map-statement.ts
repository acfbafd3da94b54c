import type { PaymentText, Transaction } from '../message.ts'
import { accountParty } from './map-transfer.ts'
import type { MtField } from './tree.ts'
import { dayOf, decimal } from './values.ts'

/** Field 61: value date, entry date, mark, third letter of the currency, amount, type, references, details. */
const entryForm =
  /^(\d{6})(\d{4})?(R?[CD]|E[CD])([A-Z])?([0-9]+,[0-9]*)([A-Z][A-Z0-9]{3})([^\r\n]*?)(?:\/\/([^\r\n]*))?(?:\r?\n([\s\S]*))?$/

/**
 * The entries of a statement (940, 941, 942, 950). What is written after an entry (field 86) is its text. An entry
 * that doesn't have the form of field 61 is kept as a text of the statement, for nothing is lost.
 */
export function statement(fields: readonly MtField[]): Transaction[] {
  const account = fields.find(({ tag }) => tag.startsWith('25'))
  const owner = account && accountParty(account)
  const currency = /[A-Z]{3}/.exec(fields.find(({ tag }) => /^(?:60|34)/.test(tag))?.value ?? '')?.[0] ?? ''
  const parties = owner ? [owner] : []
  const entries: Transaction[] = []
  const strays: PaymentText[] = []
  let texts: PaymentText[] = []
  for (const field of fields) {
    if (field.tag === '61') {
      texts = []
      entries.push(entry(field, currency, parties, texts))
    } else if (field.tag === '62F' || field.tag === '62M') texts = strays
    else if (field.tag === '86' || field.tag === '79')
      (entries.length > 0 ? texts : strays).push(textOf(field))
  }
  if (strays.length > 0 || entries.length === 0)
    entries.push({ kind: 'freeFormat', references: reference(fields), parties, texts: strays })
  return entries
}

function reference(fields: readonly MtField[]) {
  const own = fields.find(({ tag }) => tag === '20')?.value.trim()
  return own ? { instruction: own } : {}
}

function textOf(field: MtField): PaymentText {
  return {
    role: 'additionalInformation',
    value: field.value,
    path: `:${field.tag}:`,
    from: field.from,
    to: field.to,
  }
}

function entry(
  field: MtField,
  currency: string,
  parties: Transaction['parties'],
  texts: PaymentText[],
): Transaction {
  const found = entryForm.exec(field.value)
  const path = `:61:${field.value.split(/\r?\n/)[0]!.slice(0, 40)}`
  if (!found) {
    texts.push(textOf(field))
    return { kind: 'statementEntry', references: {}, parties, texts, path }
  }
  const [, day, , mark, , amount, , own, other, details] = found
  const settlementDate = dayOf(day!)
  if (details?.trim()) {
    const from = field.from + field.value.lastIndexOf(details)
    texts.push({
      role: 'additionalInformation',
      value: details,
      path: ':61:/2',
      from,
      to: from + details.length,
    })
  }
  return {
    kind: 'statementEntry',
    references: {
      ...(own?.trim() && own.trim() !== 'NONREF' && { related: own.trim() }),
      ...(other?.trim() && { transaction: other.trim() }),
    },
    amount: { value: decimal(amount!), currency },
    ...(settlementDate && { settlementDate }),
    status: mark!,
    parties,
    texts,
    path,
  }
}
