import { Link } from 'wouter'
import { ApiError } from '../../api/client.ts'
import { type LinkedThreat, type NameClaim, type Threat, useThreat } from '../../api/knowledge.ts'
import { Page, useTitle } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { Badge, CopyButton, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { describedIn } from './description.ts'
import styles from './knowledge.module.css'
import { kindName, LinkedList, Section, typeName } from './parts.tsx'

const words = strings.knowledge

/** A group, tool, campaign or technique: what each source says of it, side by side. */
export function ThreatPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useThreat(id)
  if (error)
    return error instanceof ApiError && error.status === 404 ? (
      <Unknown />
    ) : (
      <Fault error={error} retry={() => void refetch()} />
    )
  return data ? <Known threat={data} /> : <Skeleton lines={12} />
}

function Unknown() {
  useTitle(words.unknownThreat)
  return (
    <Empty icon="question" level="h1" title={words.unknownThreat}>
      <p>{words.unknownThreatHint}</p>
      <Link href={paths.knowledge}>{words.title}</Link>
    </Empty>
  )
}

function Known({ threat }: { readonly threat: Threat }) {
  const lists: readonly (readonly [string, string, readonly LinkedThreat[], string?])[] = [
    ['similar', words.similar, threat.similar, words.similarHint],
    ['techniques', words.techniques, threat.techniques],
    ['software', words.software, threat.software],
    ['campaigns', words.campaigns, threat.campaigns],
    ['used-by', words.usedBy, threat.usedBy],
    ['mitigations', words.mitigations, threat.mitigations],
    ['reports', words.reports, threat.reports],
  ]
  const isGroup = ['intrusion-set', 'threat-actor', 'campaign'].includes(threat.type)
  const description = describedIn(threat.description)
  return (
    <Page title={threat.name} heading={<SafeText value={threat.name} />} lead={<Summary threat={threat} />}>
      <div className={styles.layout}>
        <div className={styles.sections}>
          {description.length > 0 && (
            <Section name="about" title={words.about}>
              {description.map((paragraph) => (
                <p key={paragraph}>
                  <SafeText value={paragraph} />
                </p>
              ))}
            </Section>
          )}
          <Section name="names" title={words.names} hint={words.namesHint}>
            <Names names={threat.names} />
          </Section>
          {(isGroup || threat.attributions.length > 0) && <Attributions threat={threat} />}
          {lists.map(
            ([name, title, links, hint]) =>
              links.length > 0 && (
                <Section
                  key={name}
                  name={name}
                  title={title}
                  count={new Set(links.map((link) => link.id)).size}
                  {...(hint && { hint })}
                >
                  <LinkedList links={links} />
                </Section>
              ),
          )}
          <Indicators threat={threat} />
          {threat.pattern && (
            <Section name="pattern" title={words.pattern} hint={words.kept_pattern(threat.pattern.language)}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
              <pre className={styles.pattern} tabIndex={0}>
                {threat.pattern.text}
              </pre>
            </Section>
          )}
        </div>
        <Card threat={threat} />
      </div>
    </Page>
  )
}

function Summary({ threat: { type, code, revoked, deprecated, replacedBy } }: { readonly threat: Threat }) {
  return (
    <span className={styles.summary}>
      <Badge>{typeName(type)}</Badge>
      {code && <code>{code}</code>}
      {revoked && <Badge tone="low">{words.revoked}</Badge>}
      {deprecated && <Badge tone="low">{words.deprecated}</Badge>}
      {replacedBy && (
        <span>
          {words.replacedBy} <Link href={paths.threat(replacedBy.id)}>{replacedBy.name}</Link>
        </span>
      )}
    </span>
  )
}

/** One column a source: what it calls the thing, and what else is called so. */
function Names({ names }: { readonly names: readonly NameClaim[] }) {
  const bySource = new Map<string, NameClaim[]>()
  for (const name of names) bySource.set(name.source, [...(bySource.get(name.source) ?? []), name])
  return (
    <div className={styles.bySource}>
      {[...bySource].map(([source, claims]) => (
        <div key={source} className={styles.ofSource}>
          <h3>{source}</h3>
          <ul>
            {claims.map(({ name, confidence, also }) => (
              <li key={name}>
                <SafeText value={name} />
                {confidence !== undefined && <small> {words.confidence(confidence)}</small>}
                {also.length > 0 && (
                  <div className={styles.also}>
                    <span>{words.also}</span>
                    <ul>
                      {also.map((other) => (
                        <li key={`${other.id} ${other.source}`}>
                          <Link href={paths.threat(other.id)}>
                            <SafeText value={words.alsoSays(other.label, other.source)} />
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function Attributions({ threat: { attributions } }: { readonly threat: Threat }) {
  return (
    <Section name="attributions" title={words.attributions} count={attributions.length}>
      {attributions.length === 0 && <p>{words.noAttributions}</p>}
      <ul className={styles.links}>
        {attributions.map(({ to, source, confidence }) => (
          <li key={`${to.id} ${source}`}>
            <span className={styles.linked}>
              {to.kind === 'stix' ? (
                <Link href={paths.threat(to.id)}>{to.label}</Link>
              ) : (
                <SafeText value={to.label} />
              )}
            </span>
            <small>
              {[
                words.sources([source]),
                ...(confidence === undefined ? [] : [words.confidence(confidence)]),
              ].join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Indicators({ threat: { indicators } }: { readonly threat: Threat }) {
  const total = Object.values(indicators.counts).reduce((sum, one) => sum + one, 0)
  if (total === 0) return null
  const counts = Object.entries(indicators.counts).map(
    ([kind, n]) => `${kindName(kind)} ${strings.number(n)}`,
  )
  return (
    <Section name="indicators" title={words.indicators} count={total} hint={counts.join(' · ')}>
      <ul className={styles.links}>
        {indicators.first.slice(0, 50).map(({ kind, value, state, score }) => (
          <li key={`${kind} ${value}`}>
            <Link href={paths.indicator(kind, value)} className={styles.mono}>
              <SafeText value={value} />
            </Link>
            <small>{`${kindName(kind)} · ${words.indicator.states[state]} · ${strings.score(score)}`}</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Card({ threat: { id, versions } }: { readonly threat: Threat }) {
  return (
    <aside className={styles.aside}>
      <dl>
        <div>
          <dt>{words.id}</dt>
          <dd className={styles.identifier}>
            <code translate="no">{id}</code>
            <CopyButton value={id} what={words.id} />
          </dd>
        </div>
        <div>
          <dt>{words.says}</dt>
          {versions.map(({ source, modified }) => (
            <dd key={source}>
              {source}
              {modified && <small>{words.changed(partialDate(modified.slice(0, 10)))}</small>}
            </dd>
          ))}
        </div>
      </dl>
    </aside>
  )
}
