import type { Finding, Instant } from '@cordon/model'
import {
  type BehaviourKnowledge,
  findingsOf,
  messageKey,
  type PaymentObservation,
  PaymentWatch,
  type PlantedOrder,
  simulate,
} from '@cordon/payments'
import type { PaymentKnown } from '../../payments/payment-known.ts'
import { eventClock } from '../../runner/index.ts'
import type { Drill } from '../drill-form.ts'
import { type DoorFeed, quietDoor } from './door.ts'

const [lateness, tick] = [600_000, 60_000]

/** The institution's payments through the watch over how money behaves, and past the lists where the drill says so. */
export function paymentsDoor(
  drill: Drill,
  knowledge: BehaviourKnowledge,
  lists: PaymentKnown | undefined,
  options: { readonly withOperation: boolean; readonly share: number },
): DoorFeed {
  const { ordinary, operation } = drill
  if (!ordinary.payments) return quietDoor('payments')
  const { from, days, perDay } = ordinary.payments
  const planted = options.withOperation ? (operation.payments?.orders ?? []).map(orderOf) : []
  const heist = options.withOperation ? operation.payments?.heist : undefined
  const observations: PaymentObservation[] = []
  const passed = { seed: ordinary.seed, from, days, messagesPerDay: perDay * options.share }
  for (const day of simulate({ ...passed, planted, ...(heist && { heist }) }))
    for (const { observation } of day) observations.push(observation)
  observations.sort((a, b) => timeOf(a) - timeOf(b))
  const watch = new PaymentWatch()
  watch.start(knowledge)
  const clock = eventClock(lateness, tick)
  const since = operation.payments?.listedSince
  return {
    door: 'payments',
    times: Float64Array.from(observations, timeOf),
    *observe(index: number): Iterable<Finding> {
      const observation = observations[index]!
      const time = timeOf(observation)
      clock.see(time)
      const watermark = clock.due()
      if (watermark !== undefined) yield* watch.advance(watermark)
      yield* watch.observe([observation])
      if (lists && since !== undefined && time >= since) yield* listed(observation, lists, time)
    },
    end: (until: Instant) => watch.advance(until),
  }
}

function* listed({ message }: PaymentObservation, lists: PaymentKnown, now: Instant): Iterable<Finding> {
  if (message.transactions.length === 0) return
  const screened = lists.screener.screen(message)
  yield* findingsOf(message, messageKey(message), screened, lists.known, now)
}

function orderOf({ at, silenced, hidden, to, account, reference, text, ...rest }: Ordered): PlantedOrder {
  return {
    ...rest,
    time: at,
    to: {
      name: to.name,
      sort: to.sort,
      bank: to.bank,
      country: to.country,
      ...(to.account && { account: to.account }),
    },
    ...(account !== undefined && { account }),
    ...(text !== undefined && { text }),
    ...(reference !== undefined && { reference }),
    isSilenced: silenced,
    isHidden: hidden,
  }
}

type Ordered = NonNullable<Drill['operation']['payments']>['orders'][number]

const timeOf = ({ time, message }: PaymentObservation): Instant => time ?? message.created ?? 0
