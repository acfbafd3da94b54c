import { Link } from 'wouter'
import { useFloor } from '../../api/floor.ts'
import { useStatus } from '../../api/queries.ts'
import { paths } from '../../shell/paths.ts'
import { TourOffer } from '../../shell/tour/tour-offer.tsx'
import { strings } from '../../strings/index.ts'
import { Command, Fault, Skeleton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useStored } from '../../ui/stored.ts'
import { DoorCard } from './door-card.tsx'
import styles from './floor.module.css'
import { Freshness } from './freshness.tsx'
import { Running } from './running.tsx'
import { DueList, WaitingList } from './waiting-list.tsx'

const words = strings.floor
const periods = [1, 14, 30] as const

/** The floor: what came in by door, what is urgent, how fresh the lists are, what runs. */
export function Floor() {
  const [kept, setDays] = useStored<number>('cordon.floor-days', 14)
  const days = periods.find((one) => one === kept) ?? 14
  const { data: floor, error, refetch } = useFloor(days)
  const { data: status } = useStatus()
  if (error && !floor) return <Fault error={error} retry={() => void refetch()} />
  return (
    <div className={styles.floor}>
      {status?.starterOnly && (
        <div className={styles.welcome}>
          <Starter />
          <TourOffer />
        </div>
      )}
      <section>
        <div className={styles.head}>
          <h2>{words.doors}</h2>
          <Periods days={days} onChange={setDays} />
        </div>
        <div className={styles.doors} data-tour="doors">
          {floor ? (
            floor.doors.map((door) => (
              <DoorCard
                key={door.watch}
                door={door}
                from={floor.from}
                bucket={floor.bucket}
                period={words.periods[days] ?? ''}
              />
            ))
          ) : (
            <Skeleton />
          )}
        </div>
      </section>
      <div className={styles.columns}>
        <div className={styles.main}>
          <section className={styles.panel}>
            <h2>{words.urgent}</h2>
            {floor && floor.urgent.length === 0 && (
              <>
                <p className={styles.strong}>{words.nothingWaits}</p>
                <p className={styles.caption}>{words.nothingWaitsHint}</p>
              </>
            )}
            {floor && <WaitingList findings={floor.urgent} />}
            <Link href={paths.findings}>{words.allFindings}</Link>
          </section>
          {floor && floor.due.length > 0 && (
            <section className={styles.panel}>
              <h2>{words.dueCases}</h2>
              <DueList cases={floor.due} />
              <Link href={paths.cases}>{words.allCases}</Link>
            </section>
          )}
          {floor && floor.oldest.length > 0 && (
            <section className={styles.panel}>
              <h2>{words.oldest}</h2>
              <WaitingList findings={floor.oldest} />
            </section>
          )}
        </div>
        <div className={styles.side}>
          <Freshness />
          <Running atFirst={floor?.running ?? []} />
        </div>
      </div>
    </div>
  )
}

function Periods({ days, onChange }: { readonly days: number; readonly onChange: (days: number) => void }) {
  return (
    <fieldset className={styles.periods}>
      <legend className="visually-hidden">{words.period}</legend>
      {periods.map((one) => (
        <label key={one}>
          <input type="radio" name="period" checked={one === days} onChange={() => onChange(one)} />
          <span>{words.periods[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Starter() {
  return (
    <section className={styles.starter}>
      <h2>
        <Icon name="warning" />
        {strings.search.starterTitle}
      </h2>
      <p>{strings.search.starterText}</p>
      <p>{strings.search.starterImport}</p>
      <Command>{strings.lists.command}</Command>
    </section>
  )
}
