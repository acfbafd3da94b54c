import { expect, it } from 'vitest'
import { caseSeverity, defaultDue, mentionsOf } from './index.ts'

it('is that of the gravest finding that stands, and one step graver where two doors found it independently', () => {
  expect(caseSeverity([{ watch: 'screening', standing: 'medium', peak: 'high' }])).toEqual({
    severity: 'medium',
    peak: 'high',
    words: 'Its gravest finding is medium.',
  })
  const two = caseSeverity([
    { watch: 'cyber', standing: 'medium', peak: 'medium' },
    { watch: 'payments', standing: 'high', peak: 'high' },
  ])
  expect(two).toMatchObject({ severity: 'critical', peak: 'critical' })
  expect(two.words).toContain('cyber and payments found it independently')
})

it('is never raised by low findings, and is low once nothing stands', () => {
  const low = (['screening', 'payments', 'maritime', 'cyber'] as const).map((watch) => ({
    watch,
    standing: 'low' as const,
    peak: 'low' as const,
  }))
  expect(caseSeverity(low).severity).toBe('low')
  expect(caseSeverity([{ watch: 'cyber', peak: 'critical' }])).toMatchObject({
    severity: 'low',
    peak: 'critical',
  })
})

it('a graver case is due sooner', () => {
  expect(
    (['critical', 'high', 'medium', 'low'] as const).map((one) => defaultDue(0, one) / 86_400_000),
  ).toEqual([1, 3, 10, 30])
})

it('a note mentions people by @, and an e-mail address is nobody', () => {
  expect(
    mentionsOf('@Ana, see this with @ben.li. Mail x@y.org or @Ana again; @김철 too (@person:7)'),
  ).toEqual(['ana', 'ben.li', '김철', 'person:7'])
  expect(mentionsOf('@ alone, a@b, @@ and nothing')).toEqual([])
})
