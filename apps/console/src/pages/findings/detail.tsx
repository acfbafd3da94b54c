import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useLists } from '../../api/queries.ts'
import type { Finding, Ref, Verdict } from '../../api/types.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime, versionText } from '../../text/dates.ts'
import { propertyName } from '../../text/labels.ts'
import { Badge, ScoreBar } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import styles from './detail.module.css'
import { EvidenceTable } from './evidence-table.tsx'

const words = strings.findings

/** One finding, to be read in ten seconds: the sentence, the score, why, and the decision. */
export function Detail(props: {
  finding: Finding
  position: number | undefined
  total: number | undefined
  draft: Verdict | undefined
  isSaving: boolean
  fault: Error | null
  back: string
  onDraft: (verdict: Verdict | undefined) => void
  onSave: (verdict: Verdict, reason: string) => Promise<void>
}) {
  const { finding, position, total } = props
  const top = useRef<HTMLElement>(null)
  useEffect(() => top.current?.scrollTo(0, 0), [])
  return (
    <article className={styles.detail}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section ref={top} className={styles.scroller} tabIndex={0} aria-label={words.reading}>
        <Link href={props.back} className={styles.back}>
          <Icon name="back" />
          {words.back}
        </Link>
        <header className={styles.head}>
          <p className={styles.meta}>
            <Badge tone={finding.severity}>{words.severities[finding.severity]}</Badge>
            {finding.state === 'closed' && <Badge>{words.closed}</Badge>}
            <span>{dateTime(finding.window.start)}</span>
            {finding.watch === 'maritime' && (
              <Link href={paths.seaFinding(finding.id)}>{strings.sea.card.goTo}</Link>
            )}
            <Link href={paths.graph(`finding:${finding.id}`)}>{strings.graph.open}</Link>
            {position !== undefined && total !== undefined && (
              <span className={styles.position}>{words.position(position, total)}</span>
            )}
          </p>
          <h2>
            <SafeText value={finding.statement} />
          </h2>
          <div className={styles.score}>
            <b>{strings.score(finding.score)}</b>
            <span className="visually-hidden">{words.strength(strings.score(finding.score))}</span>
            <ScoreBar score={finding.score} tone={finding.severity} />
          </div>
        </header>
        <h3>
          {words.why}
          {finding.watch === 'cyber' && (
            <Link href={paths.detection(finding.id)} className={styles.records}>
              {words.records}
            </Link>
          )}
        </h3>
        <EvidenceTable evidence={finding.evidence} />
        <Facts finding={finding} />
      </section>
      <DecisionPanel {...props} />
    </article>
  )
}

/** What a finding is about, met, and was judged by. */
export function Facts({ finding }: { readonly finding: Finding }) {
  const { data: lists } = useLists()
  const versions = Object.entries(finding.knowledgeVersions)
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{words.subject}</dt>
        <dd>
          <Refs refs={finding.subjects} />
        </dd>
      </div>
      <div>
        <dt>{words.matches}</dt>
        <dd>
          <Refs refs={finding.matches} />
        </dd>
      </div>
      <div>
        <dt>{words.judged}</dt>
        <dd>
          {versions.map(([source, version]) => (
            <span key={source}>
              {lists?.find((list) => list.source === source)?.title ?? source} {versionText(version)}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{words.rule}</dt>
        <dd>
          {propertyName(finding.watch)}: {finding.rule} {finding.ruleVersion},{' '}
          {words.revision(finding.revision)}, {finding.marking}
        </dd>
      </div>
    </dl>
  )
}

/** The page of what a reference names: a ship that was heard by its number, else an entity. */
export function addressOf({ kind, id }: Pick<Ref, 'kind' | 'id'>): string | undefined {
  const mmsi = /^mmsi:(\d{1,10})$/.exec(id)?.[1]
  if (mmsi !== undefined) return paths.vessel(Number(mmsi))
  const isEntity = kind === 'entity' || (kind === 'vessel' && !id.startsWith('sighting:'))
  return isEntity ? paths.entity(id) : undefined
}

function Refs({ refs }: { readonly refs: readonly Ref[] }) {
  return refs.map((ref) => (
    <span key={`${ref.kind} ${ref.id}`}>
      {addressOf(ref) ? (
        <Link href={addressOf(ref)!}>
          <SafeText value={ref.label} />
        </Link>
      ) : (
        <SafeText value={ref.label} />
      )}{' '}
      <code className={styles.ref} translate="no">
        <SafeText value={ref.id} />
      </code>
    </span>
  ))
}
