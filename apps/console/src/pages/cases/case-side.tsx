import { lazy, type RefObject, Suspense } from 'react'
import { Link } from 'wouter'
import { type CaseDetail, useCasePlaces } from '../../api/cases.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { SafeText } from '../../ui/safe-text.tsx'
import { addressOf } from '../findings/detail.tsx'
import { CaseAttributionBlock } from './case-attribution.tsx'
import { CaseFiles } from './case-files.tsx'
import { CaseGraphSlot } from './case-graph-slot.tsx'
import { CaseLog } from './case-log.tsx'
import styles from './case-side.module.css'
import { CaseTimes } from './case-times.tsx'
import { happened } from './words.ts'

const words = strings.cases.page
const CaseMap = lazy(async () => ({ default: (await import('./case-map.tsx')).CaseMap }))
const mostRefs = 12

/** What stands beside the findings: what the case is about, when and where, the graph, the log, files. */
export function CaseSide({
  found,
  chosen,
  note,
  isRead,
  onChoose,
  onLink,
}: {
  found: CaseDetail
  chosen: string | undefined
  note: RefObject<HTMLTextAreaElement | null>
  /** The findings have come: what reads thousands of them on the server is asked for after what the case was opened for. */
  isRead: boolean
  onChoose: (finding: string) => void
  onLink: () => void
}) {
  const { data: places = [] } = useCasePlaces(found.id)
  return (
    <div className={styles.side}>
      <section className={styles.block} aria-label={words.about}>
        <h2>{words.about}</h2>
        <p className={styles.none}>{found.severityWords}</p>
        <dl className={styles.facts}>
          <div>
            <dt>{words.facts.happened}</dt>
            <dd>{happened(found)}</dd>
          </div>
          <div>
            <dt>{words.facts.opened}</dt>
            <dd>{dateTime(found.opened)}</dd>
          </div>
          {found.follows.length > 0 && (
            <div>
              <dt>{words.facts.follows}</dt>
              <dd>
                {found.follows.map((id) => (
                  <Link key={id} href={paths.case(id)}>
                    {strings.cases.number(id)}
                  </Link>
                ))}
              </dd>
            </div>
          )}
          <Refs title={words.subjects} refs={found.refs.filter(({ role }) => role === 'subject')} />
          <Refs title={words.matches} refs={found.refs.filter(({ role }) => role === 'match')} />
        </dl>
      </section>
      <section className={styles.block} aria-label={words.times}>
        <h2>{words.times}</h2>
        <CaseTimes id={found.id} />
      </section>
      {places.length > 0 && (
        <section className={styles.block} aria-label={words.places}>
          <h2>{words.places}</h2>
          <Suspense fallback={<div className={styles.mapSpace} />}>
            <CaseMap places={places} chosen={chosen} onChoose={onChoose} />
          </Suspense>
        </section>
      )}
      {isRead && <CaseAttributionBlock id={found.id} />}
      {isRead && <CaseGraphSlot found={found} />}
      <CaseLog id={found.id} field={note} />
      <CaseFiles found={found} onLink={onLink} />
    </div>
  )
}

function Refs({ title, refs }: { readonly title: string; readonly refs: CaseDetail['refs'] }) {
  if (refs.length === 0) return null
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {refs.slice(0, mostRefs).map((ref) => {
          const address = addressOf(ref)
          return (
            <span key={`${ref.kind} ${ref.id}`} className={styles.ref} title={words.inFindings(ref.findings)}>
              {address ? (
                <Link href={address}>
                  <SafeText value={ref.label} />
                </Link>
              ) : (
                <SafeText value={ref.label} />
              )}
            </span>
          )
        })}
        {refs.length > mostRefs && <small>+ {strings.number(refs.length - mostRefs)}</small>}
      </dd>
    </div>
  )
}
