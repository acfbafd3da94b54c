import { Link, useLocation, useSearchParams } from 'wouter'
import { ApiError } from '../../api/client.ts'
import { useFinding } from '../../api/queries.ts'
import type { Finding } from '../../api/types.ts'
import { useKeys } from '../../shell/keys.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge, buttonLink, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './detection-page.module.css'
import { Records } from './records.tsx'
import { recordsOf } from './records-of.ts'

const words = strings.network

/** One detection: what the rule looks for, and the records that met it. */
export function DetectionPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useFinding(id)
  const [params] = useSearchParams()
  const [, go] = useLocation()
  const back = `${paths.network}${params.size > 0 ? `?${params}` : ''}`
  useKeys({ Escape: () => go(back) })
  if (error instanceof ApiError && error.status === 404)
    return (
      <Empty icon="network" level="h1" title={words.unknown}>
        <Link href={back}>{words.back}</Link>
      </Empty>
    )
  return (
    <Page
      title={data ? titleOf(data) : words.title}
      heading={data ? <SafeText value={titleOf(data)} /> : words.title}
      lead={data && <SafeText value={data.statement} />}
      aside={
        <nav className={styles.ways} aria-label={words.title}>
          <Link href={back} className={buttonLink}>
            <Icon name="back" />
            {words.back}
          </Link>
          <Link href={paths.finding(id)} className={buttonLink}>
            {words.decide}
          </Link>
        </nav>
      }
    >
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && <Detected finding={data} />}
    </Page>
  )
}

function Detected({ finding }: { readonly finding: Finding }) {
  const { window, severity, evidence, decision } = finding
  const note = (feature: string) => evidence.find((one) => one.feature === feature)
  const places = evidence.filter(({ feature }) => feature === 'where')
  const records = recordsOf(finding)
  const total = Number(note('records')?.query ?? records.length)
  return (
    <>
      <p className={styles.meta}>
        <Badge tone={severity}>{strings.findings.severities[severity]}</Badge>
        {window.start > 0 && (
          <span>{words.from(dateTime(window.start), dateTime(window.end ?? window.start))}</span>
        )}
        {decision && <span>{strings.findings.decided[decision.verdict]}</span>}
      </p>
      <dl className={styles.facts}>
        <Fact label={words.about} value={note('records')?.detail} />
        <Fact label={words.harmless} value={note('falsePositives')?.candidate} />
        <Fact
          label={words.techniques}
          value={finding.matches.flatMap(({ kind, label }) => (kind === 'stix' ? [label] : [])).join(', ')}
        />
        <Fact label={words.tags} value={note('tags')?.candidate} />
        <Fact label={words.references} value={note('references')?.candidate} />
        <Fact
          label={words.judged}
          value={Object.entries(finding.knowledgeVersions)
            .map(([source, version]) => `${source}: ${version}`)
            .join('; ')}
        />
      </dl>
      {records.length > 0 && (
        <>
          <h2 className={styles.title}>{words.quoted(records.length, total)}</h2>
          <Records records={records} />
        </>
      )}
      {places.length > 0 && (
        <>
          <h2 className={styles.title}>{words.correlated}</h2>
          <ul className={styles.places}>
            {places.map(({ query }) => (
              <li key={query}>
                <code>
                  <SafeText value={query} />
                </code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string | undefined }) {
  if (!value) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <SafeText value={value} />
      </dd>
    </div>
  )
}

function titleOf({ matches, rule }: Finding): string {
  return matches.find(({ kind }) => kind === 'rule')?.label ?? rule
}
