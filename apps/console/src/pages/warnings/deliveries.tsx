import { useState } from 'react'
import { Link } from 'wouter'
import {
  type Delivery,
  type DeliveryState,
  useDeliveries,
  useDelivery,
  useRetry,
  type WarningRules,
} from '../../api/warnings.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge, Button, Empty, Fault, Skeleton, type Tone } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Message, messageOf } from '../people/fields.tsx'
import { shownAddress } from './rule-words.ts'
import styles from './warnings-page.module.css'

const words = strings.warnings
const states = ['all', 'waiting', 'delivered', 'dead', 'given-up'] as const
const tones: Readonly<Record<DeliveryState, Tone>> = {
  waiting: 'medium',
  sending: 'medium',
  delivered: 'good',
  dead: 'critical',
  'given-up': 'plain',
}

/** What was sent, what waits, what failed. */
export function DeliveriesSection({
  counts,
  mayChange,
}: {
  readonly counts: WarningRules['counts']
  readonly mayChange: boolean
}) {
  const [state, setState] = useState<(typeof states)[number]>('all')
  const [opened, setOpened] = useState<string>()
  const { data, error, refetch, hasNextPage, fetchNextPage } = useDeliveries(state)
  const retry = useRetry()
  const rows = data?.pages.flatMap(({ deliveries }) => deliveries) ?? []
  const total = Object.values(counts).reduce((a, b) => a + b, 0)
  return (
    <section className={styles.section} aria-labelledby="deliveries">
      <div className={styles.head}>
        <h2 id="deliveries">{words.deliveries}</h2>
        {mayChange && (counts.dead ?? 0) > 0 && (
          <Button disabled={retry.isPending} onClick={() => retry.mutate('all')}>
            {words.retryAll}
          </Button>
        )}
      </div>
      <p className={styles.lead}>{words.deliveriesLead}</p>
      <Message>{messageOf(retry.error)}</Message>
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data && total === 0 && (
        <Empty icon="bell" title={words.noDeliveries}>
          <p>{words.noDeliveriesText}</p>
        </Empty>
      )}
      {data && total > 0 && (
        <>
          <Segmented<(typeof states)[number]>
            legend={words.deliveries}
            name="delivery-state"
            options={states}
            value={state}
            labelOf={(one) => words.states[one]}
            countOf={(one) => (one === 'all' ? total : (counts[one] ?? 0))}
            onChange={setState}
          />
          {rows.length === 0 ? (
            <p className={styles.faint}>{words.noneSo}</p>
          ) : (
            <Table
              rows={rows}
              mayChange={mayChange}
              isBusy={retry.isPending}
              onOpen={setOpened}
              onRetry={(id) => retry.mutate(id)}
            />
          )}
          {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
        </>
      )}
      {opened && <Detail id={opened} onClose={() => setOpened(undefined)} />}
    </section>
  )
}

function Table({
  rows,
  mayChange,
  isBusy,
  onOpen,
  onRetry,
}: {
  readonly rows: readonly Delivery[]
  readonly mayChange: boolean
  readonly isBusy: boolean
  readonly onOpen: (id: string) => void
  readonly onRetry: (id: string) => void
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={words.deliveries}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['rule', 'to', 'items', 'state', 'due', 'outcome'] as const).map((name) => (
              <th key={name} scope="col">
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td>
                <SafeText value={one.ruleName} />
              </td>
              <td>
                <span translate="no">{shownAddress(one.channel, one.address)}</span>
                <small>{words.channels[one.channel]}</small>
              </td>
              <td>
                <button
                  type="button"
                  className={styles.link}
                  aria-label={words.open(one.id)}
                  onClick={() => onOpen(one.id)}
                >
                  {words.items(one.items)}
                </button>
              </td>
              <td>
                <Badge tone={tones[one.state]}>{words.states[one.state]}</Badge>
              </td>
              <td className={styles.nowrap}>
                {one.delivered ? dateTime(one.delivered) : words.due(dateTime(one.due))}
                {one.attempts > 0 && <small>{words.tries(one.attempts)}</small>}
              </td>
              <td>
                <span className={styles.outcome}>
                  {one.outcome && <SafeText value={one.outcome} />}
                  {one.state === 'dead' && mayChange && (
                    <Button
                      disabled={isBusy}
                      aria-label={words.retryOf(one.id)}
                      onClick={() => onRetry(one.id)}
                    >
                      {words.retry}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Detail({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error } = useDelivery(id)
  return (
    <Dialog title={words.detail(id)} place="side" onClose={onClose}>
      <div className={styles.detail}>
        {error && <Fault error={error} />}
        {!data && !error && <Skeleton />}
        <ul className={styles.latest}>
          {data?.items.map((one) => (
            <li key={one.thing}>
              <Link href={one.path} onClick={onClose}>
                <SafeText value={one.title} />
              </Link>
              <small>
                {dateTime(one.at)} · {strings.findings.severities[one.severity]} · {one.marking}
              </small>
              <span>
                <SafeText value={one.text} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
