import { Link, useLocation, useSearch } from 'wouter'
import { type OperationDoor, type OperationSummary, useOperations } from '../../api/operations.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Button, Command, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TimePlot } from './time-plot.tsx'

const words = strings.operations
const choices = ['all', 'network', 'payments', 'sea'] as const
type Choice = (typeof choices)[number]

/** Past operations on one axis of time. */
export function OperationsPage() {
  const query = new URLSearchParams(useSearch())
  const [, go] = useLocation()
  const { data, error, refetch } = useOperations()
  const asked = query.get('door')
  const door: Choice = choices.find((one) => one === asked) ?? 'all'
  const choose = (next: Choice) => go(next === 'all' ? paths.operations : `${paths.operations}?door=${next}`)
  const all = data?.operations ?? []
  return (
    <Page
      wide
      title={words.title}
      lead={words.lead}
      aside={
        <Segmented
          legend={words.door}
          name="door"
          options={choices}
          value={door}
          labelOf={(one) => (one === 'all' ? words.all : words.doors[one])}
          countOf={(one) => (data ? through(all, one).length : undefined)}
          onChange={choose}
        />
      }
    >
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
      {data && (
        <Operations operations={through(all, door)} isAll={door === 'all'} onAll={() => choose('all')} />
      )}
      {data?.broken.map(({ folder, faults }) => (
        <p key={folder} role="alert">
          {words.broken(folder, faults)}
        </p>
      ))}
    </Page>
  )
}

function through(operations: readonly OperationSummary[], door: Choice): readonly OperationSummary[] {
  return door === 'all' ? operations : operations.filter(({ doors }) => doors.includes(door as OperationDoor))
}

function Operations({
  operations,
  isAll,
  onAll,
}: {
  readonly operations: readonly OperationSummary[]
  readonly isAll: boolean
  onAll(): void
}) {
  if (operations.length > 0) return <TimePlot operations={operations} />
  if (!isAll)
    return (
      <Empty icon="target" title={words.noneTitle}>
        <Button onClick={onAll}>{words.showAll}</Button>
        <Link href={paths.operations}>{words.back}</Link>
      </Empty>
    )
  return (
    <Empty icon="target" title={words.emptyTitle}>
      <p>{words.emptyText}</p>
      <Command>npx cordon operations check packs/dprk/operations</Command>
    </Empty>
  )
}
