import { useState } from 'react'
import { Link } from 'wouter'
import type { CaseFinding as One } from '../../api/cases.ts'
import type { Verdict } from '../../api/types.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge, ScoreBar } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { DecisionPanel } from '../findings/decision-panel.tsx'
import { Facts } from '../findings/detail.tsx'
import { EvidenceTable } from '../findings/evidence-table.tsx'
import styles from './case-finding.module.css'

const words = strings.cases.page

/** One finding of a case: what was seen, why it is in this case, the evidence, and the decision. */
export function CaseFindingDetail({
  one,
  draft,
  isSaving,
  fault,
  onDraft,
  onSave,
}: {
  one: One
  draft: Verdict | undefined
  isSaving: boolean
  fault: Error | null
  onDraft: (verdict: Verdict | undefined) => void
  onSave: (verdict: Verdict, reason: string) => Promise<void>
}) {
  const { finding, joins, changedSinceDecision } = one
  // A name of 5,000 characters makes a statement of as many: it opens on demand.
  const [isWhole, setWhole] = useState(finding.statement.length < 600)
  return (
    <div className={styles.detail}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className={styles.scroller} tabIndex={0} aria-label={words.evidence}>
        <p className={styles.meta}>
          <Badge tone={finding.severity}>{strings.findings.severities[finding.severity]}</Badge>
          {changedSinceDecision && <Badge tone="high">{words.changed}</Badge>}
          <span>{dateTime(finding.window.start)}</span>
          <Link href={paths.finding(finding.id)}>{words.alone}</Link>
          {finding.watch === 'maritime' && (
            <Link href={paths.seaFinding(finding.id)}>{strings.sea.card.goTo}</Link>
          )}
          {finding.watch === 'cyber' && (
            <Link href={paths.detection(finding.id)}>{strings.findings.records}</Link>
          )}
        </p>
        <h2 className={isWhole ? undefined : styles.cut}>
          <SafeText value={finding.statement} />
        </h2>
        {!isWhole && (
          <button type="button" className={styles.more} onClick={() => setWhole(true)}>
            …<span className="visually-hidden">{strings.findings.reading}</span>
          </button>
        )}
        <div className={styles.score}>
          <b>{strings.score(finding.score)}</b>
          <ScoreBar score={finding.score} tone={finding.severity} />
        </div>
        <h3>{words.whyHere}</h3>
        <ul className={styles.joins}>
          {joins.map(({ rule, label, words: why }) => (
            <li key={`${rule} ${label}`}>
              <Badge>{words.rules[rule] ?? rule}</Badge>
              <SafeText value={why} />
            </li>
          ))}
        </ul>
        <h3>{strings.findings.why}</h3>
        <EvidenceTable evidence={finding.evidence} />
        <Facts finding={finding} />
      </section>
      <DecisionPanel
        finding={finding}
        draft={draft}
        isSaving={isSaving}
        fault={fault}
        onDraft={onDraft}
        onSave={onSave}
      />
      {draft === 'false' && <p className={styles.hint}>{words.falseHint}</p>}
    </div>
  )
}
