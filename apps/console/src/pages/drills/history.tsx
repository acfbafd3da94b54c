import { Link, useSearchParams } from 'wouter'
import { type ComparedRuns, type DrillView, useComparedRuns } from '../../api/drills.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge, Button, Fault, type Tone } from '../../ui/controls.tsx'
import styles from './drills.module.css'
import { outcomeTones } from './drills-page.tsx'
import { leadText, spanText } from './span.ts'

const words = strings.drills
const verdictTones: Readonly<Record<ComparedRuns['verdict'], Tone>> = {
  better: 'good',
  worse: 'critical',
  same: 'plain',
  mixed: 'medium',
}

/** The runs that were kept, and two of them side by side. */
export function History({ drill, shown }: { readonly drill: DrillView; readonly shown: number | undefined }) {
  const [params, setParams] = useSearchParams()
  const other = Number(params.get('with')) || undefined
  const compared = useComparedRuns(other === undefined ? undefined : shown, other)
  const compareWith = (no: number | undefined) =>
    setParams({
      ...(shown !== undefined && { run: String(shown) }),
      ...(no !== undefined && { with: String(no) }),
    })
  return (
    <section aria-labelledby="history">
      <h2 id="history" className={styles.heading}>
        {words.history.title}
      </h2>
      {drill.runs.length === 0 && <p>{words.history.none}</p>}
      {compared.error && <Fault error={compared.error} />}
      {compared.data && <Compared compared={compared.data} onEnd={() => compareWith(undefined)} />}
      {drill.runs.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.history.number}</th>
              <th scope="col">{words.history.when}</th>
              <th scope="col">{words.history.who}</th>
              <th scope="col">{words.start.against}</th>
              <th scope="col">{words.list.came}</th>
              <th scope="col">{words.list.early}</th>
              <th scope="col">{words.result.alarms}</th>
              <th scope="col">{words.history.compare}</th>
            </tr>
          </thead>
          <tbody>
            {drill.runs.map((run) => (
              <tr key={run.no}>
                <th scope="row">
                  <Link href={`${paths.drillPage(drill.id)}?run=${run.no}`}>{run.no}</Link>{' '}
                  <Badge tone={outcomeTones[run.outcome]}>{words.outcomes[run.outcome]}</Badge>
                </th>
                <td data-label={words.history.when}>{dateTime(run.at)}</td>
                <td data-label={words.history.who}>{run.who}</td>
                <td data-label={words.start.against}>{run.isOwn ? run.against : words.result.pack}</td>
                <td data-label={words.list.came}>{words.list.of(run.inTime, run.expected)}</td>
                <td data-label={words.list.early}>{run.lead ? leadText(run.lead) : ''}</td>
                <td data-label={words.result.alarms}>{strings.number(run.falseAlarms)}</td>
                <td>
                  {run.no === shown ? (
                    <span className={styles.quiet}>{words.history.shown}</span>
                  ) : (
                    <Button
                      aria-label={words.history.compareWith(run.no)}
                      aria-pressed={run.no === other}
                      onClick={() => compareWith(run.no)}
                    >
                      {words.history.compare}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Compared({ compared, onEnd }: { readonly compared: ComparedRuns; onEnd(): void }) {
  const { before, after, verdict, findings, falseAlarms, isOtherVersion } = compared
  const status = (one: 'in-time' | 'late' | 'missed' | undefined) => (one ? words.expected.statuses[one] : '')
  const shift = (earlier: number | undefined) =>
    earlier === undefined
      ? ''
      : earlier === 0
        ? words.compared.same
        : earlier > 0
          ? words.compared.earlier(spanText(earlier))
          : words.compared.later(spanText(earlier))
  return (
    <article className={styles.case} aria-live="polite">
      <h3>
        <Badge tone={verdictTones[verdict]}>{words.compared.verdicts[verdict]}</Badge>{' '}
        {words.compared.title(after.no, before.no)}
      </h3>
      <p>
        {words.compared.alarms(falseAlarms)}
        {isOtherVersion && ` · ${words.compared.otherVersion}`}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.expected.what}</th>
            <th scope="col">{words.compared.before}</th>
            <th scope="col">{words.compared.after}</th>
            <th scope="col">{words.expected.told}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.title}</th>
              <td data-label={words.compared.before}>{status(one.before)}</td>
              <td data-label={words.compared.after}>
                {one.change === 'same' ? (
                  status(one.after)
                ) : (
                  <Badge tone={verdictTones[one.change]}>{status(one.after)}</Badge>
                )}
              </td>
              <td data-label={words.expected.told}>{shift(one.earlier)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button kind="quiet" onClick={onEnd}>
        {words.history.end}
      </Button>
    </article>
  )
}
