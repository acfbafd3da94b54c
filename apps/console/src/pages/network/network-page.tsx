import { useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useNetwork } from '../../api/queries.ts'
import type { Detection, NetworkView } from '../../api/types.ts'
import { useKeys } from '../../shell/keys.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Button, Command, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Breakdown } from './breakdown.tsx'
import { Detections } from './detections.tsx'
import { Matrix } from './matrix.tsx'
import { countedBy, type Narrowing, narrowed, severityOrder } from './narrow.ts'
import styles from './network-page.module.css'

const words = strings.network
const pageSize = 50
const names = ['rule', 'host', 'technique', 'severity', 'q'] as const

/** What was found in logs: the matrix, rules, hosts, and each detection. */
export function NetworkPage() {
  const { data, error, refetch } = useNetwork()
  return (
    <Page title={words.title} lead={words.lead} wide>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data?.total === 0 && <Nothing />}
      {data && data.total > 0 && <Found view={data} />}
    </Page>
  )
}

function Nothing() {
  return (
    <Empty icon="network" title={words.emptyTitle}>
      <p>{words.emptyText}</p>
      <Command>{words.command}</Command>
      <p>{words.emptyPush}</p>
      <Command>{words.pushCommand.replace('ORIGIN', location.origin)}</Command>
    </Empty>
  )
}

function Found({ view }: { readonly view: NetworkView }) {
  const [params, setParams] = useSearchParams()
  const [, go] = useLocation()
  const [at, setAt] = useState(-1)
  const [shown, setShown] = useState(pageSize)
  const by: Narrowing = Object.fromEntries(names.map((name) => [name, params.get(name) ?? undefined]))
  const change = (next: Narrowing) => {
    const kept = Object.entries({ ...by, ...next }).flatMap(([name, value]) => (value ? [[name, value]] : []))
    setParams(new URLSearchParams(kept), { replace: true })
    setAt(-1)
    setShown(pageSize)
  }
  const fitting = narrowed(view.detections, by)
  const search = params.size > 0 ? `?${params}` : ''
  const move = (step: number) => {
    const next = Math.min(fitting.length - 1, Math.max(0, at + step))
    setAt(next)
    if (next >= shown) setShown(shown + pageSize)
  }
  useEffect(() => {
    if (at >= 0) document.querySelector('tr[data-at]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => fitting[at] && go(`${paths.detection(fitting[at].id)}${search}`),
    Escape: () => setParams({}, { replace: true }),
  })
  return (
    <>
      <Bar view={view} by={by} fitting={fitting} onChange={change} />
      <Matrix
        view={view}
        detections={narrowed(view.detections, by, 'technique')}
        chosen={by.technique}
        onChoose={(technique) => change({ technique })}
      />
      <div className={styles.pair}>
        <Breakdown
          title={words.rules}
          lines={countedBy(narrowed(view.detections, by, 'rule'), 'rule')}
          chosen={by.rule}
          onChoose={(rule) => change({ rule })}
        />
        <Breakdown
          title={words.hosts}
          lines={countedBy(narrowed(view.detections, by, 'host'), 'host')}
          chosen={by.host}
          onChoose={(host) => change({ host })}
        />
      </div>
      {fitting.length === 0 ? (
        <Empty icon="network" title={words.noneTitle}>
          <Button onClick={() => setParams({}, { replace: true })}>{words.clear}</Button>
        </Empty>
      ) : (
        <Detections
          detections={fitting}
          shown={shown}
          at={at}
          search={search}
          onMore={() => setShown(shown + 4 * pageSize)}
        />
      )}
    </>
  )
}

/** What the page is narrowed to, and what is left. */
function Bar({
  view,
  by,
  fitting,
  onChange,
}: {
  view: NetworkView
  by: Narrowing
  fitting: readonly Detection[]
  onChange: (change: Narrowing) => void
}) {
  const hosts = new Set(fitting.flatMap((one) => one.hosts)).size
  const techniques = new Set(fitting.flatMap((one) => one.techniques)).size
  const active = names.filter((name) => by[name] && name !== 'severity' && name !== 'q')
  const label = (name: (typeof names)[number]) =>
    name === 'rule' ? (view.detections.find(({ rule }) => rule === by.rule)?.title ?? by.rule!) : by[name]!
  return (
    <search className={styles.bar} aria-label={words.filters}>
      <input
        type="search"
        value={by.q ?? ''}
        placeholder={words.text}
        aria-label={words.text}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
      <select
        aria-label={words.severity}
        value={by.severity ?? ''}
        onChange={(event) => onChange({ severity: event.target.value || undefined })}
      >
        <option value="">{strings.findings.anySeverity}</option>
        {severityOrder.toReversed().map((severity) => (
          <option key={severity} value={severity}>
            {strings.findings.severities[severity]}
          </option>
        ))}
      </select>
      {active.map((name) => (
        <Button
          key={name}
          aria-label={words.active(words.kinds[name], label(name))}
          onClick={() => onChange({ [name]: undefined })}
        >
          {words.kinds[name]}: {label(name)} ×
        </Button>
      ))}
      <p role="status">
        {words.counts(fitting.length, hosts, techniques)}
        {view.total > view.detections.length && ` · ${words.listedOf(view.detections.length, view.total)}`}
      </p>
    </search>
  )
}
