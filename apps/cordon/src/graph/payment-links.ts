import type { GraphLink } from '@cordon/knowledge'
import type { Ref } from '@cordon/model'
import { messageKey, type PartyRole, type PaymentParty, readPayments } from '@cordon/payments'

const source = 'payments'
/** Who is paid and who pays; all others pass it on. */
const ends: ReadonlySet<PartyRole> = new Set([
  'ultimateDebtor',
  'debtor',
  'creditor',
  'ultimateCreditor',
  'initiatingParty',
  'accountOwner',
])

/** A message of the queue. */
export interface QueuedText {
  readonly text: string
  readonly receivedAt: number
}

/**
 * The accounts and banks of payments that wait in the queue, so that a payment leads over them to whoever holds them. Names alone
 * link nothing: that a name is somebody's is a finding.
 */
export async function* paymentLinks(
  queued: Iterable<QueuedText>,
): AsyncGenerator<GraphLink, void, undefined> {
  for (const { text, receivedAt } of queued)
    for await (const { messages } of readPayments(bytesOf(text)))
      for (const { message } of messages) {
        const id = messageKey(message)
        const to: Ref = { kind: 'payment', id, label: `${message.type} ${message.id}`.trim() }
        const since = message.created ?? receivedAt
        const parties = message.transactions.flatMap((one) => one.parties)
        for (const party of parties)
          for (const from of thingsOf(party))
            yield {
              from,
              to,
              relation: ends.has(party.role) ? 'party-to' : 'moved-through',
              source,
              since,
              note: party.role,
              record: id,
            }
      }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  yield new TextEncoder().encode(text)
}

function thingsOf({ account, bic, name }: PaymentParty): Ref[] {
  const things: Ref[] = []
  if (account) {
    const id = account.value.replace(/\s/g, '')
    const isWallet = /^0x[0-9a-fA-F]{40}$/.test(id)
    const label = name ? `${id} (${name.value})` : id
    things.push({ kind: isWallet ? 'wallet' : 'account', id: isWallet ? id : id.toUpperCase(), label })
  }
  if (bic) {
    const code = bic.value.replace(/\s/g, '').toUpperCase()
    // The head office: XXX says no more than the first eight.
    things.push({ kind: 'account', id: `bic:${code.replace(/XXX$/, '')}`, label: name?.value ?? code })
  }
  return things
}
