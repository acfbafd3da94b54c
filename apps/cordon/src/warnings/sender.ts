import type { AttemptEnd, Store, WarningDelivery, WarningItem } from '../store/index.ts'
import { type MessageHead, mailOf, webhookBody } from './message.ts'
import { type MailPatience, sendMail } from './send-mail.ts'
import { type Attempt, sendWebhook } from './send-webhook.ts'
import { signedHeaders } from './sign.ts'
import type { SmtpConfig } from './smtp-config.ts'

/** What sending works with. */
export interface SenderOptions extends MailPatience {
  readonly smtp: SmtpConfig | undefined
  /** Where people open the console. */
  readonly publicUrl?: string
  /** Milliseconds that a webhook may take. Default 20,000. */
  readonly timeout?: number
  /** 0 to 1, for the spread of attempts. */
  readonly random?: () => number
  readonly signal?: AbortSignal
}

const [second, minute, hour] = [1_000, 60_000, 3_600_000]
/** How long it is waited after each attempt that failed, as Standard Webhooks recommends; after the last one it is dead. */
export const backOff: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]
/** A receiver that asks for more patience than that is asked again all the same. */
const longestWait = 24 * hour
const atOnce = 8

/** How an attempt leaves its delivery. */
export function endOf(attempt: Attempt, attempts: number, now: number, random: () => number): AttemptEnd {
  if (attempt.ok) return { state: 'delivered', outcome: attempt.outcome }
  const wait = backOff[attempts - 1]
  if (attempt.final || wait === undefined) return { state: 'dead', outcome: attempt.outcome }
  // Spread, so that many that failed together don't come back together.
  const spread = wait * (0.9 + 0.2 * random())
  const due = now + Math.min(longestWait, Math.max(spread, attempt.after ?? 0))
  return { state: 'waiting', due: Math.round(due), outcome: attempt.outcome }
}

/** What a round of sending came to. */
export interface SendSummary {
  delivered: number
  failed: number
  dead: number
}

/**
 * Sends all that is due, some at a time, one at a time to each address. Only who holds the lock may.
 * @throws what the store throws; what was under way is then ended before
 */
export async function sendDue(store: Store, options: SenderOptions): Promise<SendSummary> {
  const summary: SendSummary = { delivered: 0, failed: 0, dead: 0 }
  const busy = new Map<string, Promise<void>>()
  let failure: unknown
  while (!options.signal?.aborted && failure === undefined) {
    const claimed = busy.size < atOnce ? await store.warnings.claim(atOnce - busy.size, [...busy.keys()]) : []
    for (const delivery of claimed) {
      // Two to one address: the second one follows the first.
      const before = busy.get(delivery.address) ?? Promise.resolve()
      const work: Promise<void> = before
        .then(() => attemptOne(store, delivery, options, summary))
        .catch((error: unknown) => {
          failure ??= error
        })
        .finally(() => {
          if (busy.get(delivery.address) === work) busy.delete(delivery.address)
        })
      busy.set(delivery.address, work)
    }
    if (busy.size === 0) break
    await Promise.race(busy.values())
  }
  await Promise.all(busy.values())
  if (failure !== undefined) throw failure
  return summary
}

async function attemptOne(
  store: Store,
  delivery: WarningDelivery,
  options: SenderOptions,
  summary: SendSummary,
): Promise<void> {
  const items = await store.warnings.items(delivery.id)
  const attempt = await attemptDelivery(store, delivery, items, options)
  const end = endOf(attempt, delivery.attempts, store.now(), options.random ?? Math.random)
  await store.warnings.settle(delivery.id, end)
  if (end.state === 'delivered') summary.delivered++
  else if (end.state === 'dead') summary.dead++
  else summary.failed++
}

/** Sends a message once, whatever its state. Never throws for what the receiver does. */
export async function attemptDelivery(
  store: Store,
  {
    id,
    rule,
    ruleName,
    channel,
    address,
    createdAt,
  }: Pick<WarningDelivery, 'id' | 'rule' | 'ruleName' | 'channel' | 'address' | 'createdAt'>,
  items: readonly WarningItem[],
  options: SenderOptions,
  type?: string,
): Promise<Attempt> {
  const { publicUrl } = options
  const head: MessageHead = {
    id,
    rule: { id: rule, name: ruleName },
    madeAt: createdAt,
    ...(publicUrl && { publicUrl: publicUrl.replace(/\/$/, '') }),
  }
  if (channel === 'email') return sendMail(options.smtp, { id, to: address }, mailOf(head, items), options)
  const secrets = await store.warnings.rules.secretsOf(address)
  if (!secrets) return { ok: false, outcome: 'not sent: the webhook has no secret', final: true }
  const target = (await store.warnings.rules.get(rule))?.rule.to.find((one) => one.address === address)
  const body = webhookBody(head, items, type)
  const seconds = Math.floor(store.now() / 1_000)
  const signed = [secrets.secret, ...(secrets.former ? [secrets.former] : [])]
  return sendWebhook({
    url: address,
    headers: { ...signedHeaders(signed, id, seconds, body) },
    body,
    allowPrivate: target?.kind === 'webhook' && target.allowPrivate,
    ...(options.signal && { signal: options.signal }),
    ...(options.timeout !== undefined && { timeout: options.timeout }),
  })
}
