import { randomBytes } from 'node:crypto'
import type { Store, StoredWarningRule } from '../store/index.ts'
import type { Occurrence } from './occurrence.ts'
import type { WarningTarget } from './rule.ts'
import { attemptDelivery, type SenderOptions } from './sender.ts'

/** What came of a test to one recipient. */
export interface TestOutcome {
  readonly kind: WarningTarget['kind']
  readonly address: string
  readonly ok: boolean
  readonly outcome: string
}

/** Sends every recipient of a rule one message that says it is a test, now, whatever the hour. It is kept nowhere. */
export async function testRule(
  store: Store,
  { id: rule, rule: { name, to } }: StoredWarningRule,
  options: SenderOptions,
  who: string,
): Promise<TestOutcome[]> {
  const createdAt = store.now()
  const occurrence: Occurrence = {
    thing: 'test',
    kind: 'test',
    at: createdAt,
    severity: 'low',
    marking: 'TLP:CLEAR',
    title: 'A test of a warning',
    text: `Nothing happened. Whoever reads this is reached by the rule "${name}".`,
    path: '/warnings',
    data: {},
  }
  const outcomes = await Promise.all(
    to.map(async (target): Promise<TestOutcome> => {
      const { kind, address } = target
      if (kind === 'feed') {
        const feed = await store.warnings.feeds.of(address)
        const outcome = feed ? 'the feed has an address' : 'this person has not made the feed’s address yet'
        return { kind, address, ok: feed !== undefined, outcome }
      }
      const id = `msg_test_${randomBytes(12).toString('hex')}`
      const item = { id: 'wi_test', occurrence }
      const delivery = { id, rule, ruleName: name, channel: kind, address, createdAt }
      const { ok, outcome } = await attemptDelivery(store, delivery, [item], options, 'cordon.test')
      return { kind, address, ok, outcome }
    }),
  )
  await store.audit.append({
    actor: who,
    action: 'warning.test',
    subject: rule,
    detail: { reached: outcomes.filter(({ ok }) => ok).length, of: outcomes.length },
  })
  return outcomes
}
