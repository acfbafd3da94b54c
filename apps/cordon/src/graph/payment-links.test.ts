import { describe, expect, it } from 'vitest'
import { paymentLinks } from './payment-links.ts'

const mt103 = `{1:F01BKTRUS33AXXX0001000001}{2:I103PHBMPHMMXXXXN}{4:
:20:ORDER-1
:23B:CRED
:32A:260204USD20000,
:50K:/12345678
A COMPANY LTD
1 STREET
:52A:BBHOBDDHXXX
:57A:PANAPHMM
:59:/009-1234
A PERSON
MAKATI
:71A:OUR
-}`

const linksOf = async (texts: readonly string[]) => {
  const found: string[] = []
  const queued = texts.map((text) => ({ text, receivedAt: Date.UTC(2026, 1, 4) }))
  for await (const { from, relation, to, note } of paymentLinks(queued))
    found.push(`${from.kind}:${from.id} ${relation} ${to.kind}:${to.id} (${note})`)
  return found
}

describe('links of payments that wait', () => {
  it('are their accounts and banks, those who pay and are paid told from those who pass it on', async () => {
    expect(await linksOf([mt103])).toEqual([
      'account:12345678 party-to payment:103|BKTRUS33|ORDER-1|1|1 (debtor)',
      'account:bic:BBHOBDDH moved-through payment:103|BKTRUS33|ORDER-1|1|1 (debtorAgent)',
      'account:bic:PANAPHMM moved-through payment:103|BKTRUS33|ORDER-1|1|1 (creditorAgent)',
      'account:009-1234 party-to payment:103|BKTRUS33|ORDER-1|1|1 (creditor)',
    ])
  })

  it('pass over a text that is no message, and go on', async () => {
    expect(await linksOf(['no message', mt103])).toHaveLength(4)
  })
})
