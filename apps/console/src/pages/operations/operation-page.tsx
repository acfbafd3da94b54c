import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { ApiError } from '../../api/client.ts'
import { type Operation, useOperation } from '../../api/operations.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { buttonLink, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Icon } from '../../ui/icons.tsx'
import { amountText, periodText } from './amounts.ts'
import { Claims } from './claims.tsx'
import { DoorNames } from './door-names.tsx'
import { Indicators, Means, Rules, Techniques } from './means.tsx'
import styles from './operation-page.module.css'
import { PageText } from './page-text.tsx'
import { Playbook } from './playbook.tsx'
import { Sources } from './sources.tsx'
import { Timeline } from './timeline.tsx'

const words = strings.operations

/** One operation: its page, who says who did it, what would see it today, what to do, and what all of that rests on. */
export function OperationPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useOperation(id)
  if (error instanceof ApiError && error.status === 404)
    return (
      <Empty icon="target" level="h1" title={words.unknown}>
        <Link href={paths.operations}>{words.back}</Link>
      </Empty>
    )
  return (
    <Page
      wide
      title={data?.title ?? words.title}
      lead={data?.summary}
      aside={data && <Ways operation={data} />}
    >
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
      {data && <Told operation={data} />}
    </Page>
  )
}

function Ways({ operation: { id, campaignId, hasDrill } }: { readonly operation: Operation }) {
  const file = (name: string) => `/api/operations/${encodeURIComponent(id)}/${name}`
  return (
    <nav className={styles.ways} aria-label={words.title}>
      <Link href={paths.operations} className={buttonLink}>
        <Icon name="back" />
        {words.back}
      </Link>
      {hasDrill && (
        <Link href={paths.drillPage(id)} className={buttonLink}>
          <Icon name="play" />
          {words.drill}
        </Link>
      )}
      {campaignId && (
        <Link href={paths.graph(campaignId)} className={buttonLink}>
          <Icon name="links" />
          {words.graph}
        </Link>
      )}
      <a href={file('bundle')} download={`${id}.stix.json`} className={buttonLink}>
        {words.bundle}
      </a>
      <a href={file('playbook')} download={`${id}.cacao.json`} className={buttonLink}>
        {words.playbookFile}
      </a>
    </nav>
  )
}

const sections = [
  ['who', words.who],
  ['what', words.page],
  ['rules', words.rules],
  ['playbook', words.playbook],
  ['how', words.techniques],
  ['sources', words.sources],
] as const

function Told({ operation }: { readonly operation: Operation }) {
  return (
    <>
      <Facts operation={operation} />
      <div className={styles.layout}>
        <div className={styles.main}>
          <Section id="who" title={words.who}>
            <Claims operation={operation} />
          </Section>
          <Section id="what" title={words.page}>
            <PageText operation={operation} />
          </Section>
          <Section id="rules" title={words.rules}>
            <Rules rules={operation.rules} />
          </Section>
          <Section id="playbook" title={words.playbook}>
            <Playbook playbook={operation.playbook} />
          </Section>
          <Section id="how" title={words.techniques}>
            <Techniques operation={operation} />
            <Means operation={operation} />
            <Indicators operation={operation} />
          </Section>
          <Section id="sources" title={words.sources}>
            <Sources sources={operation.sources} />
          </Section>
        </div>
        <aside className={styles.side}>
          <nav aria-label={words.contents} className={styles.contents}>
            {sections.map(([id, title]) => (
              <a key={id} href={`#${id}`}>
                {title}
              </a>
            ))}
          </nav>
          <section id="course" className={styles.course} aria-labelledby="course-title">
            <h2 id="course-title">{words.timeline}</h2>
            <Timeline operation={operation} />
          </section>
        </aside>
      </div>
    </>
  )
}

function Section({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}

function Facts({ operation: { period, doors, aka, victims, amounts } }: { readonly operation: Operation }) {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{words.when}</dt>
        <dd>
          {periodText(period)} <DoorNames doors={doors} />
        </dd>
      </div>
      {victims.length > 0 && (
        <div>
          <dt>{words.victims}</dt>
          <dd>{victims.map(({ name }) => name).join('; ')}</dd>
        </div>
      )}
      {aka.length > 0 && (
        <div>
          <dt>{words.also}</dt>
          <dd>{aka.join('; ')}</dd>
        </div>
      )}
      {amounts.length > 0 && (
        <div className={styles.sums}>
          <dt>{words.sums}</dt>
          <dd>
            <ul>
              {amounts.map((one) => (
                <li key={one.what}>
                  <strong>{amountText(one)}</strong> {one.what}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  )
}
