import { Link, useSearchParams } from 'wouter'
import { ApiError } from '../../api/client.ts'
import {
  type IndicatorClaim,
  type IndicatorState,
  type IndicatorView,
  useIndicator,
} from '../../api/knowledge.ts'
import { Page, useTitle } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { Badge, CopyButton, Empty, Fault, ScoreBar, Skeleton, type Tone } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './knowledge.module.css'
import { kindName, Section } from './parts.tsx'

const words = strings.knowledge.indicator

/** An indicator: who says what of it and since when, what it is worth now, warning lists, and where it was seen. */
export function IndicatorPage({ kind }: { readonly kind: string }) {
  const [search] = useSearchParams()
  const value = search.get('value') ?? ''
  const { data, error, refetch } = useIndicator(kind, value)
  if (error)
    return error instanceof ApiError && error.status === 422 ? (
      <Unreadable message={error.message} />
    ) : (
      <Fault error={error} retry={() => void refetch()} />
    )
  return data ? <Shown data={data} /> : <Skeleton lines={10} />
}

function Unreadable({ message }: { readonly message: string }) {
  useTitle(words.badKind)
  return (
    <Empty icon="question" level="h1" title={words.badKind}>
      <p>{message}</p>
      <Link href={paths.knowledge}>{strings.knowledge.title}</Link>
    </Empty>
  )
}

const tones: Readonly<Record<IndicatorState, Tone>> = {
  active: 'critical',
  decayed: 'low',
  expired: 'low',
  'set-aside': 'medium',
}

function Shown({ data }: { readonly data: IndicatorView }) {
  const { kind, value, state, claims, warnings, sightings } = data
  const markings = [
    ...new Set(claims.flatMap(({ tlp, pap }) => [tlp, pap]).filter((one) => one !== undefined)),
  ]
  return (
    <Page
      title={value}
      heading={
        <span className={styles.value}>
          <SafeText value={value} />
          <CopyButton value={value} what={kindName(kind)} />
        </span>
      }
      lead={
        <span className={styles.summary}>
          <Badge>{kindName(kind)}</Badge>
          <Badge tone={state ? tones[state] : 'plain'}>{state ? words.states[state] : words.unknown}</Badge>
          {markings.map((marking) => (
            <Badge key={marking} tone="accent">
              {marking}
            </Badge>
          ))}
          <span>{state ? words.stateHints[state] : words.unknownHint}</span>
        </span>
      }
    >
      <div className={styles.sections}>
        <Worth data={data} />
        <Section name="claims" title={words.claims} count={claims.length}>
          {claims.length === 0 ? (
            <p>{words.noClaims}</p>
          ) : (
            <ul className={styles.claims}>
              {claims.map((claim) => (
                <li key={JSON.stringify(claim)}>
                  <Claim claim={claim} />
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section name="warnings" title={words.warnings} count={warnings.length}>
          {warnings.length === 0 && <p>{words.noWarnings}</p>}
          <ul className={styles.links}>
            {warnings.map(({ list, entry, reason, setsAside }) => (
              <li key={`${list} ${entry}`}>
                <span>{reason}</span>
                <small>{setsAside ? words.sets : words.notes}</small>
              </li>
            ))}
          </ul>
        </Section>
        <Section name="sightings" title={words.sightings} count={sightings.total}>
          {sightings.total === 0 && <p>{words.noSightings}</p>}
          {sightings.total > sightings.latest.length && (
            <p className={styles.hint}>{words.shown(sightings.latest.length, sightings.total)}</p>
          )}
          <ul className={styles.links}>
            {sightings.latest.map(({ at, place, host, path, written }) => (
              <li key={`${at} ${place}`}>
                <span>
                  <time dateTime={at}>{at.replace('T', ' ').replace('Z', ' UTC')}</time>{' '}
                  {host && words.onHost(host)}
                </span>
                <small>
                  <SafeText value={[place, path, written].filter(Boolean).join(' · ')} />
                </small>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  )
}

function Worth({
  data: { state, score = 0, confidence = 0, lastSeen, decaysAt, claims },
}: {
  readonly data: IndicatorView
}) {
  if (!state) return null
  const stated = claims.some((claim) => claim.confidence !== undefined)
  return (
    <Section name="worth" title={words.worth}>
      <dl className={styles.facts}>
        <div>
          <dt>{strings.findings.score}</dt>
          <dd>
            <ScoreBar score={score} tone={tones[state]} />
            <p>{words.score(strings.score(score), strings.score(confidence))}</p>
            {!stated && <p className={styles.hint}>{words.noConfidence}</p>}
          </dd>
        </div>
        <div>
          <dt>{words.lastSeen}</dt>
          <dd>{lastSeen ? partialDate(lastSeen.slice(0, 10)) : words.noDate}</dd>
        </div>
        {decaysAt && (
          <div>
            <dt>{words.decays}</dt>
            <dd>{words.decaysOn(partialDate(decaysAt.slice(0, 10)))}</dd>
          </div>
        )}
      </dl>
    </Section>
  )
}

const day = (instant: string) => partialDate(instant.slice(0, 10))

function Claim({ claim }: { readonly claim: IndicatorClaim }) {
  const {
    source,
    collection,
    note,
    about,
    references,
    confidence,
    validFrom,
    validUntil,
    lastSeen,
    since,
    until,
  } = claim
  const facts = [
    ...(confidence === undefined ? [] : [strings.knowledge.confidence(confidence)]),
    ...(validFrom ? [words.from(day(validFrom))] : []),
    ...(validUntil ? [words.until(day(validUntil))] : []),
    ...(lastSeen ? [words.seen(day(lastSeen))] : []),
    ...(claim.tlp ? [claim.tlp] : []),
    ...(claim.pap ? [claim.pap] : []),
    ...(claim.subdomains ? [words.subdomains] : []),
    words.since(day(since)),
  ]
  return (
    <article>
      <h3>
        {source} <small>{collection}</small>
        {until && <Badge tone="low">{words.gone(day(until))}</Badge>}
        {claim.revoked && <Badge tone="low">{words.revoked}</Badge>}
      </h3>
      {about.length > 0 && (
        <p className={styles.summary}>
          {about.map(({ id, label }) => (
            <Link key={id} href={paths.threat(id)}>
              <SafeText value={label} />
            </Link>
          ))}
        </p>
      )}
      {note && (
        <p>
          <SafeText value={note} />
        </p>
      )}
      <small>{facts.join(' · ')}</small>
      {references.length > 0 && (
        <ul className={styles.references} aria-label={words.references}>
          {references.map((reference) => (
            <li key={reference}>
              <SafeText value={reference} />
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
