import { useState } from 'react'
import { Link } from 'wouter'
import type { Candidate, EvidenceLine } from '../../api/attribution.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Badge, Button, ScoreBar } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './machine-view.module.css'

const words = strings.attribution
const shownAtFirst = 8
const tones = { strong: 'good', moderate: 'accent', weak: 'plain' } as const

/** A group with the evidence for and against it. */
export function CandidatePanel({ one, isOpen }: { readonly one: Candidate; readonly isOpen: boolean }) {
  const { id, name, code, probability } = one
  return (
    <li className={styles.candidate}>
      <details open={isOpen}>
        <summary>
          <span className={styles.name}>
            <SafeText value={name} />
            {code && <small>{code}</small>}
          </span>
          {probability === undefined ? (
            <span className={styles.none}>{words.noProbability}</span>
          ) : (
            <>
              <ScoreBar score={probability} />
              <b>{words.percent(probability)}</b>
            </>
          )}
        </summary>
        <div className={styles.evidence}>
          <Lines title={words.speaksFor} nothing={words.nothingFor} lines={one.for} />
          <Lines title={words.speaksAgainst} nothing={words.nothingAgainst} lines={one.against} isAgainst />
        </div>
        <Contested one={one} />
        <p className={styles.note}>
          <Link href={paths.threat(id)}>
            <SafeText value={name} />
          </Link>{' '}
          · {one.describedBy.join(', ')}
        </p>
      </details>
    </li>
  )
}

function Lines({
  title,
  nothing,
  lines,
  isAgainst = false,
}: {
  readonly title: string
  readonly nothing: string
  readonly lines: readonly EvidenceLine[]
  readonly isAgainst?: boolean
}) {
  const [all, setAll] = useState(false)
  const shown = all ? lines : lines.slice(0, shownAtFirst)
  return (
    <section className={isAgainst ? styles.against : styles.for}>
      <h3>{title}</h3>
      {lines.length === 0 && <p className={styles.none}>{nothing}</p>}
      <ul>
        {shown.map((line) => (
          <li key={`${line.feature.kind} ${line.feature.id}`}>
            <Line line={line} isAgainst={isAgainst} />
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {words.more(lines.length - shown.length)}
        </Button>
      )}
    </section>
  )
}

function Line({ line, isAgainst }: { readonly line: EvidenceLine; readonly isAgainst: boolean }) {
  const { feature, users, strength, without, sources, others } = line
  const said = [
    isAgainst ? words.knownOf(others.map(({ name }) => name).join(', ')) : words.users(users),
    ...(without === undefined || isAgainst ? [] : [words.without(words.percent(without))]),
  ]
  return (
    <>
      <p>
        <Badge tone={isAgainst ? 'high' : tones[strength]}>
          {isAgainst ? words.kinds[feature.kind] : words.strengths[strength]}
        </Badge>{' '}
        <b>
          <SafeText value={feature.label} />
        </b>
        <span className={styles.said}> {said.join('; ')}</span>
      </p>
      <ul className={styles.sources}>
        {sources.slice(0, 4).map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one source may say it twice in the same words
          <li key={at}>
            <SafeText value={words.says(one.source, one.version)} />
            {one.via && (
              <>
                {' '}
                <SafeText value={words.over(one.via.label)} />
              </>
            )}
            {one.share < 0.999 && ` · ${words.part(words.percent(one.share))}`}
            {one.reports.length > 0 && (
              <span title={one.reports.join('\n')}> · {words.reports(one.reports.length)}</span>
            )}
          </li>
        ))}
        {sources.length > 4 && <li>{words.more(sources.length - 4)}</li>}
      </ul>
    </>
  )
}

function Contested({ one }: { readonly one: Candidate }) {
  if (one.contestedNames.length === 0) return null
  return (
    <details className={styles.contested}>
      <summary>
        {words.contested} ({strings.number(one.contestedNames.length)})
      </summary>
      <ul>
        {one.contestedNames.map(({ name, source, also }) => (
          <li key={`${source} ${name}`}>
            <SafeText
              value={words.contestedName(
                source,
                name,
                also.map((other) => `${other.label} (${other.source})`).join(', '),
              )}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
