import type { DrillResult, DrillRun, DrillView } from '../../api/drills.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { utcTime } from '../../text/utc.ts'
import { Badge, type Tone } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { CasesView } from './cases-view.tsx'
import styles from './drills.module.css'
import { outcomeTones } from './drills-page.tsx'
import { leadText, spanText } from './span.ts'
import { Timeline } from './timeline.tsx'

const words = strings.drills
const statusTones: Readonly<Record<'in-time' | 'late' | 'missed', Tone>> = {
  'in-time': 'good',
  late: 'medium',
  missed: 'critical',
}
const stepTones: Readonly<Record<DrillResult['steps'][number]['status'], Tone>> = {
  seen: 'good',
  partly: 'medium',
  missed: 'critical',
  'no-door': 'plain',
}

/** What came of a run: how early, on one axis of time, expected against found, step by step, and the cases. */
export function ResultView({ run, drill }: { readonly run: DrillRun; readonly drill: DrillView }) {
  const { result } = run
  return (
    <section aria-labelledby="result">
      <h2 id="result" className={styles.heading}>
        <Badge tone={outcomeTones[run.outcome]}>{words.outcomes[run.outcome]}</Badge>{' '}
        {words.result.run(run.no, dateTime(run.at))}{' '}
        <small className={styles.quiet}>
          {words.result.against(run.isOwn ? run.against : words.result.pack)}
        </small>
      </h2>
      <Facts run={run} />
      {result.against.rejects.length > 0 && <Rejects rejects={result.against.rejects} />}
      <h2 className={styles.heading}>{words.timeline.title}</h2>
      <Timeline
        steps={result.steps}
        findings={result.findings}
        milestones={result.milestones}
        doors={drill.doors}
      />
      <h2 className={styles.heading}>{words.expected.title}</h2>
      <Expected result={result} />
      <h2 className={styles.heading}>{words.steps.title}</h2>
      <Steps result={result} />
      <h2 className={styles.heading}>{words.cases.title}</h2>
      <CasesView result={result} />
    </section>
  )
}

function Facts({ run: { result, lead } }: { readonly run: DrillRun }) {
  const { firstTold, timeToFirst, doors, falseAlarms, findings } = result
  const ordinary = doors.reduce((sum, one) => sum + one.ordinary, 0)
  const first = findings.find(({ id }) => id === firstTold?.finding)
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{words.result.first}</dt>
        <dd>
          {firstTold ? utcTime(firstTold.at) : words.result.nothing}
          {first && <small>{first.title}</small>}
          {timeToFirst !== undefined && <small>{words.result.firstAfter(spanText(timeToFirst))}</small>}
        </dd>
      </div>
      {lead && (
        <div>
          <dt>{words.list.early}</dt>
          <dd>{leadText(lead)}</dd>
        </div>
      )}
      <div>
        <dt>{words.result.alarms}</dt>
        <dd>
          {strings.number(falseAlarms.count)} <small>{words.result.alarmsOf(ordinary)}</small>
          {falseAlarms.byRule.slice(0, 3).map(({ rule, title, count }) => (
            <small key={rule}>
              {title}: {strings.number(count)}
            </small>
          ))}
        </dd>
      </div>
      <div>
        <dt>{words.result.records}</dt>
        <dd>
          {doors.map(({ door, operation, ordinary: among }) => (
            <small key={door}>
              {words.doors[door]}: {words.result.among(operation, among)}
            </small>
          ))}
        </dd>
      </div>
    </dl>
  )
}

function Rejects({ rejects }: { readonly rejects: DrillResult['against']['rejects'] }) {
  return (
    <details className={styles.case}>
      <summary>
        {words.result.rejects}: {strings.number(rejects.length)}
      </summary>
      <ul>
        {rejects.map(({ where, reason }) => (
          <li key={where + reason}>
            <code>{where}</code> <SafeText value={reason} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Expected({ result: { expected } }: { readonly result: DrillResult }) {
  if (expected.length === 0) return <p>{words.expected.none}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.expected.what}</th>
          <th scope="col">{words.expected.came}</th>
          <th scope="col">{words.expected.told}</th>
          <th scope="col">{words.expected.latest}</th>
          <th scope="col">{words.expected.why}</th>
        </tr>
      </thead>
      <tbody>
        {expected.map(({ id, title, rule, status, toldAt, by, why, foundBy, findings }) => (
          <tr key={id}>
            <th scope="row">
              {title}
              <small>{rule}</small>
            </th>
            <td data-label={words.expected.came}>
              <Badge tone={statusTones[status]}>{words.expected.statuses[status]}</Badge>{' '}
              {findings.length > 1 && <small>{words.expected.findings(findings.length)}</small>}
            </td>
            <td data-label={words.expected.told}>{toldAt === undefined ? '' : utcTime(toldAt)}</td>
            <td data-label={words.expected.latest}>{utcTime(by)}</td>
            <td>
              {why && <SafeText value={why} />}
              {foundBy && words.expected.foundBy(foundBy)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Steps({ result: { steps } }: { readonly result: DrillResult }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.steps.step}</th>
          <th scope="col">{words.steps.when}</th>
          <th scope="col">{words.list.doors}</th>
          <th scope="col">{words.steps.seen}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ id, title, at, door, status, why, synthetic }, i) => (
          <tr key={id}>
            <th scope="row">
              {i + 1}. {title}
              {synthetic && <small>{words.steps.synthetic(synthetic)}</small>}
            </th>
            <td data-label={words.steps.when}>{utcTime(at)}</td>
            <td data-label={words.list.doors}>{words.doors[door]}</td>
            <td>
              <Badge tone={stepTones[status]}>{words.steps.statuses[status]}</Badge>
              {why && <p>{why}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
