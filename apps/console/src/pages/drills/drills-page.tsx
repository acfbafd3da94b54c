import { Link } from 'wouter'
import { type DrillLine, useDrills } from '../../api/drills.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge, Command, Empty, Fault, Skeleton, type Tone } from '../../ui/controls.tsx'
import styles from './drills.module.css'
import { leadText } from './span.ts'

const words = strings.drills
/** How loud an outcome is. */
export const outcomeTones: Readonly<Record<'seen' | 'partly' | 'missed', Tone>> = {
  seen: 'good',
  partly: 'medium',
  missed: 'critical',
}

/** All drills, each with how its last run went. */
export function DrillsPage() {
  const { data, error, refetch } = useDrills()
  return (
    <Page title={words.title} lead={words.lead} wide>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data?.drills.length === 0 && <Empty icon="target" title={words.list.none} />}
      {data && data.drills.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.list.operation}</th>
              <th scope="col">{words.list.doors}</th>
              <th scope="col">{words.list.last}</th>
              <th scope="col">{words.list.came}</th>
              <th scope="col">{words.list.early}</th>
            </tr>
          </thead>
          <tbody>
            {data.drills
              .toSorted((a, b) => a.at - b.at)
              .map((line) => (
                <Row key={line.id} line={line} isOn={data.active?.drill === line.id} />
              ))}
          </tbody>
        </table>
      )}
      <Command>npx cordon drill bangladesh-bank-2016 --save</Command>
    </Page>
  )
}

function Row({ line, isOn }: { readonly line: DrillLine; readonly isOn: boolean }) {
  const { id, title, summary, doors, faults = [], last, expected } = line
  return (
    <tr>
      <th scope="row">
        {faults.length > 0 ? title : <Link href={paths.drillPage(id)}>{title}</Link>}
        <small>{summary}</small>
      </th>
      <td data-label={words.list.doors}>{doors.map((door) => words.doors[door]).join(', ')}</td>
      <td data-label={words.list.last}>
        {faults.length > 0 && (
          <Badge tone="critical" title={faults.map(({ where }) => where).join(', ')}>
            {words.list.faults(faults.length)}
          </Badge>
        )}
        {isOn && <Badge tone="accent">{words.list.running}</Badge>}
        {last ? (
          <>
            <Badge tone={outcomeTones[last.outcome]}>{words.outcomes[last.outcome]}</Badge>{' '}
            <small>{dateTime(last.at)}</small>
          </>
        ) : (
          !isOn && faults.length === 0 && <span className={styles.quiet}>{words.list.never}</span>
        )}
      </td>
      <td data-label={words.list.came}>
        {last ? words.list.of(last.inTime, last.expected) : expected || ''}
      </td>
      <td data-label={words.list.early}>{last?.lead ? leadText(last.lead) : ''}</td>
    </tr>
  )
}
