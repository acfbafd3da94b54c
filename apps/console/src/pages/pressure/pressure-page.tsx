import { useState } from 'react'
import { type Pressure, usePressure } from '../../api/pressure.ts'
import { Page } from '../../shell/page.tsx'
import { strings } from '../../strings/index.ts'
import { versionText } from '../../text/dates.ts'
import { Fault, Skeleton } from '../../ui/controls.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Conclusions } from './conclusions.tsx'
import { Curve, Legend } from './curve.tsx'
import styles from './pressure-page.module.css'
import { Study } from './study.tsx'
import { EventTable, IncidentTable } from './tables.tsx'

const words = strings.pressure
const spans = ['all', 'observed'] as const

/** Whether sanctions are followed by theft, and how far the data can say so. */
export function PressurePage() {
  const { data, error, refetch } = usePressure()
  return (
    <Page title={words.title} lead={words.lead} wide>
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && <Contents data={data} />}
    </Page>
  )
}

function Contents({ data }: { readonly data: Pressure }) {
  const [span, setSpan] = useState<(typeof spans)[number]>('all')
  const lists = data.lists.map(
    ({ title, version, designations }) =>
      `${title} ${versionText(version)} (${strings.number(designations)})`,
  )
  return (
    <div className={styles.page}>
      <section className={styles.panel} aria-labelledby="plot">
        <div className={styles.head}>
          <h2 id="plot">{words.plot}</h2>
          <Segmented<(typeof spans)[number]>
            legend={words.span}
            name="span"
            options={spans}
            value={span}
            labelOf={(one) => words.spans[one]}
            onChange={setSpan}
          />
        </div>
        <Curve data={data} from={span === 'all' ? data.months[0]! : data.observed.from} />
        <Legend />
        <p className={styles.hint}>
          {lists.length > 0 ? words.lists(lists.join(', ')) : words.noLists}{' '}
          {data.lists.some(({ starter }) => starter) && words.starter}
        </p>
      </section>
      <div className={styles.columns}>
        <Conclusions data={data} />
        <Study data={data} />
      </div>
      <IncidentTable incidents={data.incidents} />
      <EventTable resolutions={data.resolutions} events={data.events} />
    </div>
  )
}
