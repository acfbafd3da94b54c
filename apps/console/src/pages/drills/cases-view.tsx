import type { DrillResult } from '../../api/drills.ts'
import { strings } from '../../strings/index.ts'
import { Badge, type Tone } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './drills.module.css'

const words = strings.drills.cases
const tones: Readonly<Record<'joined' | 'apart' | 'missed', Tone>> = {
  joined: 'good',
  apart: 'medium',
  missed: 'critical',
}
/** Cases that are shown whole; what is left is counted. */
const mostShown = 4
const mostJoins = 6

/** The cases in which a drill ends, the largest first, with how their findings were joined. */
export function CasesView({ result: { cases, expectedCases } }: { readonly result: DrillResult }) {
  if (cases.length === 0) return <p>{words.none}</p>
  const sorted = cases.toSorted((a, b) => b.findings.length - a.findings.length)
  return (
    <>
      {expectedCases.map(({ title, status }) => (
        <p key={title} className={styles.link}>
          <Badge tone={tones[status]}>{words[status]}</Badge> {title}
        </p>
      ))}
      {sorted.slice(0, mostShown).map((one) => (
        <Case key={one.number} one={one} />
      ))}
      {sorted.length > mostShown && <p className={styles.quiet}>{words.more(sorted.length - mostShown)}</p>}
    </>
  )
}

function Case({ one }: { readonly one: DrillResult['cases'][number] }) {
  const { title, severity, doors, findings } = one
  const ordinary = findings.filter(({ isOrdinary }) => isOrdinary).length
  return (
    <article className={styles.case}>
      <h3>
        <Badge tone={severity}>{strings.findings.severities[severity]}</Badge> <SafeText value={title} />
      </h3>
      <p>
        {words.findings(findings.length, ordinary)} ·{' '}
        {doors.map((door) => strings.drills.doors[door]).join(', ')}
      </p>
      <p>
        <SafeText value={one.words} />
      </p>
      <details>
        <summary>{words.joins}</summary>
        <ul>
          {joinsOf(one).map(({ said, times }) => (
            <li key={said}>
              {times > 1 && <b>{words.times(times)} </b>}
              <SafeText value={said} />
            </li>
          ))}
        </ul>
      </details>
    </article>
  )
}

/** What joined the findings, said once each; of each rule the commonest. */
function joinsOf({ findings }: DrillResult['cases'][number]): { said: string; times: number }[] {
  const counts = new Map<string, number>()
  for (const { joins } of findings)
    for (const { words: said } of joins) counts.set(said, (counts.get(said) ?? 0) + 1)
  return [...counts]
    .map(([said, times]) => ({ said, times }))
    .sort((a, b) => b.times - a.times)
    .slice(0, mostJoins)
}
