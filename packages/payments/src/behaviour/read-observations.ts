import { type Batch, type Bytes, excerptOf, type Reject, readNdjson } from '@cordon/formats'
import { type PaymentMessage, partyRoles, transactionKinds } from '../message.ts'
import type { PaymentObservation } from './observation.ts'

/** An observation with where to go on after it: its line, or its number where messages don't stand in lines. */
export interface ReadObservation {
  readonly line: number
  readonly observation: PaymentObservation
}

const kinds: ReadonlySet<unknown> = new Set(transactionKinds)
const roles: ReadonlySet<unknown> = new Set(partyRoles)

/**
 * A stream of messages as NDJSON: in each line a `PaymentMessage`, or `{"message": PaymentMessage, "time": ..., "direction": ...}`. Times
 * are milliseconds since 1970 or ISO 8601. A line that is none is a reject with its reason, and the rest goes on.
 * @param input the input's name, for `where`
 */
export async function* readObservations(
  bytes: Bytes,
  input: string,
): AsyncGenerator<Batch<ReadObservation>, void, undefined> {
  for await (const { records, rejects } of readNdjson(bytes)) {
    const batch: { records: ReadObservation[]; rejects: Reject[] } = { records: [], rejects: [...rejects] }
    for (const { line, value } of records) {
      const where = `${input}, line ${line}`
      const read = observationOf(value, where)
      if (typeof read !== 'string') batch.records.push({ line, observation: read })
      else
        batch.rejects.push({ where: `line ${line}`, reason: read, excerpt: excerptOf(JSON.stringify(value)) })
    }
    yield batch
  }
}

/** The observation that a JSON value is, or what is wrong with it. */
export function observationOf(value: unknown, where: string): PaymentObservation | string {
  if (!isObject(value)) return 'not an object'
  const wrapped = isObject(value.message)
  const message = wrapped ? (value.message as Fields) : value
  const fault = faultOf(message)
  if (fault !== undefined) return fault
  const time = instantOf(wrapped ? value.time : undefined)
  const created = instantOf(message.created)
  if (time === null || created === null) return 'a time that is neither milliseconds nor ISO 8601'
  const direction = wrapped ? value.direction : undefined
  if (direction !== undefined && direction !== 'sent' && direction !== 'received')
    return '`direction` is neither sent nor received'
  return {
    message: { ...(message as unknown as PaymentMessage), ...(created !== undefined && { created }) },
    where,
    ...(time !== undefined && { time }),
    ...(direction !== undefined && { direction }),
  }
}

type Fields = Readonly<Record<string, unknown>>

function faultOf(message: Fields): string | undefined {
  const { family, type, id, transactions } = message
  if (family !== 'MT' && family !== 'MX') return '`family` is neither MT nor MX'
  if (typeof type !== 'string' || typeof id !== 'string') return '`type` or `id` is missing'
  if (!Array.isArray(transactions)) return '`transactions` is no list'
  for (const transaction of transactions as unknown[]) {
    const fault = isObject(transaction) ? faultOfTransaction(transaction) : 'a transaction is no object'
    if (fault !== undefined) return fault
  }
  return undefined
}

function faultOfTransaction({ kind, references, parties, texts, amount }: Fields): string | undefined {
  if (!kinds.has(kind)) return `no kind of transaction: ${String(kind)}`
  if (!isObject(references) || !Array.isArray(parties) || !Array.isArray(texts))
    return 'a transaction lacks `references`, `parties` or `texts`'
  if (Object.values(references).some((one) => typeof one !== 'string')) return 'a reference that is no text'
  if (amount !== undefined && !isAmount(amount)) return 'an amount that is no decimal text with a currency'
  for (const party of parties as unknown[]) {
    if (!isObject(party) || !roles.has(party.role)) return 'a party without a known `role`'
    for (const field of ['name', 'bic', 'account', 'clearing', 'country'])
      if (party[field] !== undefined && !isLocated(party[field]))
        return `\`${field}\` has no \`value\` and \`path\``
  }
  return undefined
}

function isAmount(value: unknown): boolean {
  if (!isObject(value)) return false
  return (
    typeof value.value === 'string' && /^\d+(\.\d*)?$/.test(value.value) && typeof value.currency === 'string'
  )
}

function isLocated(value: unknown): boolean {
  return isObject(value) && typeof value.value === 'string' && typeof value.path === 'string'
}

/** Undefined where there is none, null where it can't be read. */
function instantOf(value: unknown): number | undefined | null {
  if (value === undefined) return undefined
  const time = typeof value === 'string' ? Date.parse(value) : value
  return typeof time === 'number' && Number.isFinite(time) ? time : null
}

function isObject(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
