import { useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Payment, PaymentAction } from '../../api/payments.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { ActionPanel } from './action-panel.tsx'
import styles from './detail.module.css'
import { HitList, levelTones } from './hit-list.tsx'
import { MessageText } from './message-text.tsx'

const words = strings.payments

/** One message: who pays whom, what it meets, its text with the hits in their places, and what can be done. */
export function Detail({
  payment,
  back,
  draft,
  isSaving,
  fault,
  onDraft,
  onSave,
}: {
  readonly payment: Payment
  readonly back: string
  readonly draft: PaymentAction | undefined
  readonly isSaving: boolean
  readonly fault: Error | null
  readonly onDraft: (action: PaymentAction | undefined) => void
  readonly onSave: (action: PaymentAction, reason: string) => Promise<void>
}) {
  const [current, setCurrent] = useState<number>()
  const frame = useRef<HTMLDivElement>(null)
  const show = (hit: number) => {
    setCurrent(hit)
    frame.current
      ?.querySelector(`mark[data-hit~="${hit}"]`)
      ?.scrollIntoView({ block: 'center', inline: 'nearest' })
    frame.current?.focus({ preventScroll: true })
  }
  const { summary, recommendation, state } = payment
  return (
    <article className={styles.detail}>
      <div className={styles.scroll}>
        <Link href={back} className={styles.back}>
          <Icon name="back" />
          {words.back}
        </Link>
        <header className={styles.head}>
          <h2>
            {summary.family === 'MT' ? `MT${summary.type}` : summary.type} <SafeText value={summary.id} />
          </h2>
          <Badge tone={levelTones[recommendation]}>{words.asks[recommendation]}</Badge>
          <Badge tone={state === 'released' ? 'good' : state === 'blocked' ? 'critical' : 'plain'}>
            {words.states[state]}
          </Badge>
        </header>
        <p className={styles.advice}>{words.advice}</p>
        <Facts payment={payment} />
        <div className={styles.columns}>
          <HitList hits={payment.hits} current={current} onShow={show} />
          <MessageText payment={payment} current={current} frame={frame} />
        </div>
        <History payment={payment} />
      </div>
      <ActionPanel
        payment={payment}
        draft={draft}
        isSaving={isSaving}
        fault={fault}
        onDraft={onDraft}
        onSave={onSave}
      />
    </article>
  )
}

function Facts({ payment }: { readonly payment: Payment }) {
  const { summary, input, line, receivedAt } = payment
  const { facts } = words
  const rows: readonly (readonly [string, string | undefined])[] = [
    [facts.debtor, summary.debtor],
    [facts.creditor, summary.creditor],
    [facts.amount, summary.amount && `${summary.amount} ${summary.currency}`],
    [facts.value, summary.settlementDate],
    [facts.from, summary.sender],
    [facts.to, summary.receiver],
    [facts.transactions, summary.transactions > 1 ? String(summary.transactions) : undefined],
    [
      facts.input,
      [input, words.line(line), summary.part && words.part(summary.part)].filter(Boolean).join(', '),
    ],
    [facts.received, dateTime(receivedAt)],
  ]
  return (
    <dl className={styles.facts}>
      {rows.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <SafeText value={value} />
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

function History({ payment }: { readonly payment: Payment }) {
  if (payment.actions.length === 0) return null
  return (
    <section className={styles.history} aria-label={words.history}>
      <h3>{words.history}</h3>
      <ol>
        {payment.actions.map((action, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: actions only grow
          <li key={at}>
            <span>
              <b>{action.who}</b> {words.did[action.action]}
            </span>
            {action.alone && <Badge tone="medium">{words.aloneDone}</Badge>}
            <SafeText value={action.reason} />
            <small>{dateTime(action.at)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
