/**
 * The 105 cases of the 35 archetypes against the real list of OFAC (2025-09-03), and against OFAC, UN, UK and EU together:
 * which hold, and what those that don't were answered.
 */
import { readFileSync } from 'node:fs'
import { bytesOf } from '@cordon/formats'
import { PaymentScreener, readPayments } from '@cordon/payments'
import { type CaseFields, messageOf } from '../../packages/payments/src/screen/testing-messages.ts'
import type { ListName } from '../screening/lists.ts'
import { benchKnowledge } from './known.ts'

interface Case {
  readonly archetype: string
  readonly kind: string
  readonly shape: 'MT103' | 'pacs.008'
  readonly expect: string
  readonly fields: CaseFields
}
const file = new URL('../../packages/payments/src/screen/fixtures/archetypes.json', import.meta.url)
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[]

async function run(title: string, names?: readonly ListName[]) {
  const { known } = await benchKnowledge(names)
  const screener = new PaymentScreener(known)
  const tally: Record<string, number[]> = {}
  for (const one of cases)
    for await (const { messages } of readPayments(bytesOf(messageOf(one.shape, one.fields))))
      for (const { message } of messages) {
        const { recommendation, hits } = screener.screen(message)
        const holds = recommendation === one.expect
        tally[one.kind] ??= [0, 0]
        const count = tally[one.kind]!
        count[0]! += holds ? 1 : 0
        count[1]!++
        if (holds) continue
        const top = hits.find(({ level }) => level !== 'note') ?? hits[0]
        console.log(
          `  ${one.archetype} ${one.kind}: expected ${one.expect}, got ${recommendation}: ${top ? `"${top.value}" ~ ${top.listed} (${top.entityId}) ${top.reasons.join()}` : 'no hit'}`,
        )
      }
  console.log(
    `${title}: ${Object.entries(tally)
      .map(([kind, [ok, all]]) => `${kind} ${ok} of ${all}`)
      .join('; ')}`,
  )
}

await run('OFAC', ['ofac'])
await run('OFAC, UN, UK, EU')
