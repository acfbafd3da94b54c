import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Vessel } from '../../../api/sea-types.ts'
import { paths } from '../../../shell/paths.ts'
import { strings } from '../../../strings/index.ts'
import { countryName, propertyName } from '../../../text/labels.ts'
import { utcSpan, utcTime } from '../../../text/utc.ts'
import { Badge } from '../../../ui/controls.tsx'
import { SafeText } from '../../../ui/safe-text.tsx'
import { eventItem } from '../items.ts'
import { symbolOf } from '../map/symbols.ts'
import { EventSymbol } from '../symbol.tsx'
import styles from './vessel-page.module.css'

const words = strings.sea.vessel

interface Props {
  readonly vessel: Vessel
  readonly drill?: string | undefined
}

function Part({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section className={styles.part} aria-labelledby={`vessel-${id}`}>
      <h2 id={`vessel-${id}`}>{title}</h2>
      {children}
    </section>
  )
}

/** Who it said it was, from when to when. */
export function Identities({ vessel: { vessel, others } }: Props) {
  const spans = [vessel, ...others]
    .flatMap(({ mmsi, spans: own }) => own.map((span) => ({ ...span, mmsi })))
    .sort((a, b) => b.from - a.from)
  if (spans.length === 0)
    return (
      <Part id="identities" title={words.identities}>
        <p className={styles.hint}>{words.noIdentities}</p>
      </Part>
    )
  const columns = ['mmsi', 'name', 'imo', 'callSign', 'shipClass', 'lengthM'] as const
  const labels = [strings.sea.map.mmsi, words.name, words.imo, words.callSign, words.kind, words.length]
  return (
    <Part id="identities" title={words.identities}>
      <p className={styles.hint}>{words.identitiesHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={words.identityTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.from} (UTC)</th>
              <th scope="col">{words.until}</th>
              {labels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spans.map((span, i, all) => (
              <tr key={`${span.mmsi} ${span.from} ${span.name}`}>
                <td>{utcTime(span.from)}</td>
                <td>{utcTime(span.until)}</td>
                {columns.map((column) => {
                  const value = shown(column, span[column])
                  const before = all[i + 1]
                  const isNew =
                    before !== undefined && value !== '' && value !== shown(column, before[column])
                  return (
                    <td key={column} className={isNew ? styles.changed : undefined}>
                      <SafeText value={value} />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Part>
  )
}

function shown(column: string, value: string | number | undefined): string {
  if (value === undefined) return ''
  if (column === 'lengthM') return strings.sea.card.metres(Number(value))
  if (column === 'shipClass')
    return strings.sea.classes[value as keyof typeof strings.sea.classes] ?? String(value)
  return String(value)
}

/** What does not agree: what it says on one side, who says otherwise on the other. */
export function Doubts({ vessel: { doubts }, drill }: Props) {
  return (
    <Part id="doubts" title={words.doubts}>
      {doubts.length === 0 ? (
        <p className={styles.hint}>{words.doubtsNone}</p>
      ) : (
        <ul className={styles.doubts}>
          {doubts.map((doubt) => (
            <li key={`${doubt.kind} ${doubt.says} ${doubt.against} ${doubt.at}`}>
              <p>
                <b>{words.doubtKinds[doubt.kind] ?? propertyName(doubt.kind)}</b>
                {doubt.at !== undefined && <small>{utcTime(doubt.at)} UTC</small>}
              </p>
              <dl>
                {doubt.says && (
                  <div>
                    <dt>{words.says}</dt>
                    <dd>
                      <SafeText value={doubt.kind === 'listed-flag' ? countryName(doubt.says) : doubt.says} />
                    </dd>
                  </div>
                )}
                {(doubt.against || doubt.ref || doubt.mmsi !== undefined) && (
                  <div>
                    <dt>{words.against}</dt>
                    <dd>
                      <Against doubt={doubt} drill={drill} />
                    </dd>
                  </div>
                )}
              </dl>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

function Against({
  doubt: { kind, against, ref, mmsi, source },
  drill,
}: {
  doubt: Vessel['doubts'][number]
  drill: string | undefined
}) {
  const text = kind === 'listed-flag' ? against.split(', ').map(countryName).join(', ') : against
  return (
    <>
      {text && text !== String(mmsi) && <SafeText value={text} />}{' '}
      {mmsi !== undefined && <Link href={paths.vessel(mmsi, drill)}>{mmsi}</Link>}{' '}
      {ref && (
        <Link href={paths.entity(ref.id)}>
          <SafeText value={ref.label} />
        </Link>
      )}{' '}
      {source && <small>{source}</small>}
    </>
  )
}

/** Whom on the lists it leads to, and by what. */
export function Known({ vessel: { known } }: Props) {
  return (
    <Part id="known" title={words.known}>
      {known.length === 0 ? (
        <p className={styles.hint}>{words.knownNone}</p>
      ) : (
        <ul className={styles.known}>
          {known.map(({ ref, by, value, listed, former, source, imo, flags, owners }) => (
            <li key={ref.id}>
              <p>
                <Link href={paths.entity(ref.id)}>
                  <SafeText value={ref.label} />
                </Link>
                {listed ? (
                  <Badge tone={by === 'name' ? 'medium' : 'critical'}>{strings.sea.card.listed}</Badge>
                ) : (
                  <Badge>{words.notListed}</Badge>
                )}
              </p>
              <p className={styles.hint}>
                {words.by[by]}: <SafeText value={value} />
                {former && `, ${words.former}`}
              </p>
              <p className={styles.hint}>
                {[imo && `${words.imo} ${imo}`, flags.map(countryName).join(', '), source]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {owners.length > 0 && (
                <p className={styles.hint}>
                  {words.owners}:{' '}
                  {owners.map((owner) => (
                    <Link key={owner.id} href={paths.entity(owner.id)}>
                      <SafeText value={owner.label} />
                    </Link>
                  ))}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}

/** Other numbers under which the hull was heard. */
export function Related({ vessel: { related }, drill }: Props) {
  if (related.length === 0) return null
  return (
    <Part id="related" title={words.related}>
      <ul className={styles.related}>
        {related.map(({ mmsi, change, at }) => (
          <li key={`${mmsi} ${change} ${at}`}>
            <Link href={paths.vessel(mmsi, drill)}>{mmsi}</Link> {words.doubtKinds[change] ?? change}{' '}
            <small>{utcTime(at)} UTC</small>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Findings and events of it, the latest first. */
export function WhatHappened({ vessel: { vessel, events, findings }, drill }: Props) {
  const nameOf = (mmsi: number) => (mmsi === vessel.mmsi && vessel.name) || String(mmsi)
  const query = drill ? `&drill=${encodeURIComponent(drill)}` : ''
  const rows = [
    ...findings.map(({ id, rule, severity, statement, window }) => ({
      id: `f:${id}`,
      symbol: symbolOf(rule),
      severity,
      what: strings.sea.rules[rule] ?? propertyName(rule),
      detail: statement,
      start: window.start,
      end: window.end ?? window.start,
    })),
    ...events.map((event) => ({ ...eventItem(event, nameOf), severity: undefined })),
  ]
  return (
    <Part id="events" title={`${words.findings}, ${words.events.toLowerCase()}`}>
      {rows.length === 0 ? (
        <p className={styles.hint}>{words.noEvents}</p>
      ) : (
        <ul className={styles.rows}>
          {rows.slice(0, 100).map(({ id, symbol, severity, what, detail, start, end }) => (
            <li key={id}>
              <Link
                href={`${paths.sea}?sel=${encodeURIComponent(id)}&from=${Math.round(start - 86_400_000)}&until=${Math.round(end + 86_400_000)}${query}`}
              >
                <EventSymbol name={symbol} severity={severity} />
                <span>
                  <b>{what}</b> <SafeText value={detail.slice(0, 240)} />
                  <small>{utcSpan(start, end)} UTC</small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
