import type { PaymentMessage, Transaction } from '../message.ts'
import { headerOf } from './header.ts'
import { statement } from './map-statement.ts'
import { orders, transfer } from './map-transfer.ts'
import { blockOf, type MtField, type MtTree } from './tree.ts'
import { instantOf13D } from './values.ts'

/**
 * What a message says, in the words that both families share. Types that have no mapping of their own keep every
 * field as text, so that it is screened.
 * @param fallback the type, where no header says it
 */
export function mapMt(tree: MtTree, fallback = ''): PaymentMessage {
  const { header, own } = headerOf(tree)
  const fields = blockOf(own, '4')?.fields ?? []
  const code = header.type ?? fallback
  const isCover =
    (code === '202' || code === '205') &&
    (header.validation === 'COV' || fields.some(({ tag }) => tag.startsWith('50')))
  const type = isCover ? `${code}COV` : header.validation === 'STP' && code === '103' ? '103STP' : code
  const id = firstValue(fields, '20')?.split(/\r?\n/)[0]?.trim() ?? header.facts.userReference ?? ''
  const created = header.facts.created ?? instantOf13D(firstValue(fields, '13D') ?? '')
  return {
    family: 'MT',
    type,
    id,
    ...header.facts,
    ...(created !== undefined && { created }),
    transactions: fields.length === 0 ? [] : transactionsOf(type, fields, header.uetr),
  }
}

function transactionsOf(type: string, fields: readonly MtField[], uetr: string | undefined): Transaction[] {
  if (/^9[45]/.test(type)) return statement(fields)
  if (
    type === '101' ||
    type === '104' ||
    type === '102' ||
    type === '107' ||
    type === '201' ||
    type === '203' ||
    type === '204'
  ) {
    const many = orders(type, fields, uetr)
    if (many.length > 0) return many
  }
  return [transfer(type, fields, uetr)]
}

/** The value of the first field of that tag. */
export function firstValue(fields: readonly MtField[], tag: string): string | undefined {
  return fields.find((field) => field.tag === tag)?.value
}
