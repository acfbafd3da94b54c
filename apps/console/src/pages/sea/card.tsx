import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { SeaEvent, SeaFinding, SeaSummary } from '../../api/sea-types.ts'
import type { Evidence } from '../../api/types.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { countryName, propertyName } from '../../text/labels.ts'
import { utcSpan } from '../../text/utc.ts'
import { classes } from '../../ui/classes.ts'
import { Badge, buttonLink, IconButton, ScoreBar } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './card.module.css'
import { type NameOf, percent, type SeaItem } from './items.ts'
import { positionText } from './position.ts'
import { EventSymbol } from './symbol.tsx'

const words = strings.sea.card

/** An entry in full: a finding with its score's parts, what it rests on and what is in doubt; or an event with its facts. */
export function Card({
  item,
  events,
  findings,
  nameOf,
  summary,
  drill,
  onClose,
  onChoose,
  onShow,
}: {
  item: SeaItem
  events: readonly SeaItem[]
  findings: readonly SeaItem[]
  nameOf: NameOf
  summary: SeaSummary
  drill: string | undefined
  onClose: () => void
  onChoose: (id: string) => void
  onShow: () => void
}) {
  const own = item.finding
    ? item.finding.events.flatMap((id) => events.find((one) => one.id === `e:${id}`) ?? [])
    : findings.filter(({ finding }) => finding?.events.includes(item.event!.id))
  return (
    <article className={styles.card} aria-label={item.what}>
      <header className={styles.head}>
        <EventSymbol name={item.symbol} severity={item.severity} />
        <div>
          <p className={styles.kind}>
            {item.what}
            {item.severity && (
              <Badge tone={item.severity}>{strings.findings.severities[item.severity]}</Badge>
            )}
            {(item.finding ?? item.event)?.state === 'open' && <Badge>{words.openState}</Badge>}
          </p>
          <h2>
            <SafeText value={item.title.slice(0, 400)} />
          </h2>
        </div>
        <IconButton icon="close" label={strings.close} onClick={onClose} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className={styles.body} tabIndex={0} aria-label={words.evidence}>
        {item.finding && (
          <div className={styles.score}>
            <b>{strings.score(item.finding.score)}</b>
            <span className="visually-hidden">{words.score(strings.score(item.finding.score))}</span>
            <ScoreBar score={item.finding.score} tone={item.finding.severity} />
          </div>
        )}
        <p className={styles.statement}>
          <SafeText value={item.detail} />
        </p>
        <dl className={styles.facts}>
          <Fact label={words.when}>{utcSpan(item.start, item.end)} UTC</Fact>
          {item.lat !== undefined && item.lon !== undefined && (
            <Fact label={words.where}>
              {positionText(item.lat, item.lon)}{' '}
              <button type="button" className={styles.link} onClick={onShow}>
                {words.goTo}
              </button>
            </Fact>
          )}
          {item.ships.length > 0 && (
            <Fact label={words.ships}>
              {item.ships.map((mmsi) => (
                <Link key={mmsi} href={paths.vessel(mmsi, drill)} className={styles.ship}>
                  <SafeText value={nameOf(mmsi).slice(0, 80)} /> <small>{mmsi}</small>
                </Link>
              ))}
            </Fact>
          )}
          {item.finding && item.finding.matches.length > 0 && (
            <Fact label={words.listed}>
              {[...new Map(item.finding.matches.map((ref) => [ref.id, ref])).values()].map((ref) => (
                <Link key={ref.id} href={paths.entity(ref.id)} className={styles.ship}>
                  <SafeText value={ref.label} /> <small>{ref.id}</small>
                </Link>
              ))}
            </Fact>
          )}
          {item.event && <EventFacts event={item.event} nameOf={nameOf} drill={drill} />}
        </dl>
        {item.finding && <FindingParts finding={item.finding} summary={summary} drill={drill} />}
        {own.length > 0 && (
          <>
            <h3>{item.finding ? words.evidence : words.partOf}</h3>
            <ul className={styles.own}>
              {own.map((one) => (
                <li key={one.id}>
                  <button type="button" onClick={() => onChoose(one.id)}>
                    <EventSymbol name={one.symbol} severity={one.severity} />
                    <span>
                      <b>{one.what}</b> <SafeText value={one.detail.slice(0, 200)} />
                      <small>{utcSpan(one.start, one.end)}</small>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </article>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function FindingParts({
  finding,
  summary,
  drill,
}: {
  finding: SeaFinding
  summary: SeaSummary
  drill: string | undefined
}) {
  const parts = finding.evidence.filter(({ feature }) => feature !== 'citation')
  const citations = finding.evidence.filter(({ feature }) => feature === 'citation')
  return (
    <>
      <h3>{words.parts}</h3>
      <p className={styles.hint}>{words.partsHint}</p>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <Part key={`${part.feature} ${part.query} ${part.candidate}`} part={part} />
        ))}
      </ul>
      <h3>{words.doubt}</h3>
      <ul className={styles.doubts}>
        {doubtsOf(finding).map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      <h3>{words.rule}</h3>
      <p className={styles.hint}>
        {finding.rule} {finding.ruleVersion}
      </p>
      <ul className={styles.citations}>
        {citations.map(({ source, candidate, detail }) => {
          const url = summary.citations.find(({ id }) => id === source)?.url
          return (
            <li key={source ?? candidate}>
              <b>{candidate}</b>
              <p>{detail}</p>
              {url?.startsWith('https://') && (
                <a href={url} rel="noreferrer noopener" target="_blank">
                  {words.source}
                </a>
              )}
            </li>
          )
        })}
      </ul>
      {drill ? (
        <p className={styles.hint}>{words.drillNote}</p>
      ) : (
        <Link href={paths.finding(finding.id)} className={classes(buttonLink, styles.open)}>
          {words.openFinding}
          <Icon name="arrowOut" />
        </Link>
      )}
    </>
  )
}

function Part({ part }: { readonly part: Evidence }) {
  const isAgainst = part.contribution < 0
  const name = strings.sea.features[part.feature] ?? partName(part.feature)
  return (
    <li className={classes(styles.part, isAgainst && styles.against)}>
      <span>
        <b>{name}</b>
        <i style={{ width: `${Math.min(100, Math.abs(part.contribution) * 150)}%` }} />
      </span>
      <strong>
        {isAgainst ? '−' : '+'}
        {strings.score(Math.abs(part.contribution))}
      </strong>
      <p>
        <SafeText value={part.detail} />
        {part.source && <small>{part.source}</small>}
      </p>
    </li>
  )
}

/** `identity:new-number` by what it doubts, `lawful:bunkering` by its words. */
function partName(feature: string): string {
  const [family = '', what = ''] = feature.split(':')
  if (family === 'identity') return strings.sea.vessel.doubtKinds[what] ?? propertyName(what)
  return propertyName(feature.replace(':', ' '))
}

/** What a person should hold against it: what speaks against, and what its kinds of evidence cannot show. */
function doubtsOf(finding: SeaFinding): string[] {
  const { doubts } = strings.sea
  const has = (pattern: RegExp) =>
    pattern.test(finding.rule) || finding.evidence.some(({ feature }) => pattern.test(feature))
  return [
    ...finding.evidence.flatMap(({ feature, contribution, detail }) =>
      contribution < 0 || feature.startsWith('lawful:') ? [detail] : [],
    ),
    ...(has(/dark/) ? [doubts.dark] : []),
    ...(has(/^gap/) ? [doubts.gap] : []),
    ...(has(/seen|sighting|painted/) ? [doubts.sighting] : []),
    ...(has(/^identity|listed:name/) ? [doubts.identity] : []),
    ...(has(/watch-area/) ? [doubts.area] : []),
    doubts.weights,
  ]
}

const hidden = new Set([
  'id',
  'kind',
  'state',
  'mmsi',
  'other',
  'start',
  'end',
  'lat',
  'lon',
  'track',
  'ships',
  'cites',
  'known',
  'matches',
  'dark',
  'beside',
  'endLat',
  'endLon',
  'imo',
  'report',
  'accuracyM',
  'lengthM',
  'heading',
  'photo',
  'source',
  'otherTrack',
  'confidence',
  'port',
  'knotsNeeded',
]) // prettier-ignore

function EventFacts({
  event,
  nameOf,
  drill,
}: {
  event: SeaEvent
  nameOf: NameOf
  drill: string | undefined
}) {
  if (event.kind === 'sighting') return <SightingFacts event={event} nameOf={nameOf} drill={drill} />
  return Object.entries(event).map(([field, value]) => {
    if (hidden.has(field) || value === undefined || value === null) return null
    const label = words.facts[field] ?? propertyName(field)
    return (
      <Fact key={field} label={label}>
        <SafeText value={factText(field, value)} />
      </Fact>
    )
  })
}

function factText(field: string, value: unknown): string {
  if (typeof value === 'object')
    return factText(field, (value as { verdict?: unknown }).verdict ?? JSON.stringify(value))
  if (typeof value !== 'number') return field === 'flag' ? countryName(String(value)) : String(value)
  if (/Km$|^km$/.test(field)) return value < 2 ? words.metres(value * 1000) : strings.sea.sighting.km(value)
  if (/knots/i.test(field)) return `${value.toFixed(1)} kn`
  if (field === 'probability') return percent(value)
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

function SightingFacts({
  event,
  nameOf,
  drill,
}: {
  event: SeaEvent
  nameOf: NameOf
  drill: string | undefined
}) {
  const { name, imo, lengthM, heading, accuracyM, photo, source, dark } = event
  const matches = (event.matches ?? []) as readonly { mmsi: number; probability: number; km: number }[]
  return (
    <>
      {typeof name === 'string' && (
        <Fact label={words.nameRead}>
          <SafeText value={name} />
        </Fact>
      )}
      {typeof imo === 'string' && <Fact label={strings.sea.vessel.imo}>{imo}</Fact>}
      {typeof lengthM === 'number' && <Fact label={words.length}>{words.metres(lengthM)}</Fact>}
      {typeof heading === 'number' && <Fact label={words.heading}>{words.degrees(heading)}</Fact>}
      {typeof accuracyM === 'number' && <Fact label={words.accuracy}>{words.metres(accuracyM)}</Fact>}
      {typeof photo === 'string' && (
        <Fact label={words.photo}>
          <SafeText value={photo} />
        </Fact>
      )}
      {typeof source === 'string' && (
        <Fact label={words.seenBy}>
          <SafeText value={source} />
        </Fact>
      )}
      <Fact label={strings.sea.sighting.candidates}>
        {matches.slice(0, 5).map(({ mmsi, probability, km }) => (
          <Link key={mmsi} href={paths.vessel(mmsi, drill)} className={styles.ship}>
            <SafeText value={nameOf(mmsi)} />{' '}
            <small>
              {percent(probability)}, {strings.sea.sighting.km(km)}
            </small>
          </Link>
        ))}
        <span className={styles.ship}>
          {strings.sea.sighting.dark} <small>{percent(Number(dark))}</small>
        </span>
      </Fact>
    </>
  )
}
