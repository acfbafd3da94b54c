import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PaymentScreener } from './screener.ts'
import { knowledgeOf, listIn, messageIn } from './testing-known.ts'
import { type CaseFields, messageOf } from './testing-messages.ts'

interface Case {
  readonly archetype: string
  readonly title: string
  readonly kind: 'false-positive' | 'true-positive' | 'near-miss'
  readonly shape: 'MT103' | 'pacs.008'
  readonly expect: 'pass' | 'review' | 'hold'
  readonly why: string
  readonly fields: CaseFields
}
const cases = JSON.parse(readFileSync(new URL('fixtures/archetypes.json', import.meta.url), 'utf8')) as Case[]
const screener = new PaymentScreener(
  knowledgeOf(listIn(readFileSync(new URL('fixtures/archetype-list.ftm.json', import.meta.url), 'utf8'))),
)

describe('the 35 archetypes of false alarms, each with a true one and a near miss', () => {
  it('are 105 cases, three for each', () => {
    expect(new Set(cases.map(({ archetype, kind }) => `${archetype} ${kind}`)).size).toBe(105)
  })

  it.each(cases.map((one) => [`${one.archetype} ${one.kind}: ${one.why}`, one] as const))(
    '%s',
    async (_, one) => {
      const { message, text } = await messageIn(messageOf(one.shape, one.fields))
      const { recommendation, hits } = screener.screen(message)
      expect({
        recommendation,
        hits: hits.map(({ value, caption, reasons }) => [value, caption, reasons]),
      }).toMatchObject({
        recommendation: one.expect,
      })
      // Whatever is hit is shown in its place.
      for (const { from, to, value } of hits)
        if (from !== undefined && to !== undefined)
          expect(
            text
              .slice(from, to)
              .replace(/<[^>]*>|\s+/g, '')
              .replaceAll('&amp;', '&'),
          ).toBe(value.replace(/\s+/g, ''))
    },
  )
})
