import { expect, it } from 'vitest'
import { newRule, type RuleValues, ruleOf, valuesOf } from './rule-values.ts'

const filled = (more: Partial<RuleValues>): RuleValues => ({
  ...newRule('Asia/Seoul'),
  name: 'grave',
  emails: 'kim@bank.example\n lee@bank.example',
  ...more,
})

it('is no rule without a name and someone to tell', () => {
  expect(ruleOf(newRule('UTC'))).toBeUndefined()
  expect(ruleOf(filled({ name: ' ' }))).toBeUndefined()
  expect(ruleOf(filled({ emails: ' \n' }))).toBeUndefined()
  expect(ruleOf(filled({}))?.to).toEqual([
    { kind: 'email', address: 'kim@bank.example' },
    { kind: 'email', address: 'lee@bank.example' },
  ])
})

it.each([
  filled({ watches: ['cyber'], rules: 'name, other', sources: 'un_sc_sanctions', text: 'kim', rises: false }),
  filled({ on: 'lists', kinds: ['added'], material: false, severity: 'low', digest: 'day', at: '06:30' }),
  filled({
    on: 'bundles',
    sources: 'partner',
    webhooks: 'https://x.example/a',
    allowPrivate: true,
    digest: 'hour',
  }),
  filled({ feeds: 'kim, lee', isQuiet: true, quietFrom: '21:00', criticalAtOnce: false, enabled: false }),
])('comes back from a kept rule as it was typed', (values) => {
  const rule = ruleOf(values)!
  expect(ruleOf(valuesOf(rule))).toEqual(rule)
  expect(valuesOf(rule)).toEqual({ ...values, emails: values.emails.replace('\n ', '\n') })
})
