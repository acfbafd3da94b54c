import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { ApiError } from '../../api/client.ts'
import { useEntity, useLists } from '../../api/queries.ts'
import type { EntityPage as Data } from '../../api/types.ts'
import { Page, useTitle } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { partialDate, versionText } from '../../text/dates.ts'
import { countryName, propertyName, schemaName, topicName } from '../../text/labels.ts'
import { Badge, CopyButton, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Icon, schemaIcon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './entity-page.module.css'
import { FactLine } from './fact-value.tsx'
import { type FactRow, groupFacts } from './groups.ts'
import { JoinedEntries } from './joined.tsx'
import { Links } from './links.tsx'
import { Ownership } from './ownership.tsx'
import { Sanctions } from './sanctions.tsx'

const words = strings.entity

/** Everything that the loaded lists say about one entity, and who says it. */
export function EntityPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useEntity(id)
  if (error)
    return error instanceof ApiError && error.status === 404 ? (
      <Unknown />
    ) : (
      <Fault error={error} retry={() => void refetch()} />
    )
  if (!data) return <Skeleton lines={10} />
  return <Known data={data} />
}

function Unknown() {
  useTitle(words.unknown)
  return (
    <Empty icon="question" level="h1" title={words.unknown}>
      <p>{words.unknownHint}</p>
      <Link href={paths.lists}>{strings.nav.lists}</Link>
    </Empty>
  )
}

interface Section {
  readonly name: string
  readonly title: string
  readonly count?: number
  readonly content: ReactNode
}

/** What the page says, in reading order: sanctions, facts, links, and last what is left over. */
function sectionsOf({ entity, statements, links, sanctions }: Data): Section[] {
  const groups = [...groupFacts(statements.filter(({ property }) => property !== 'topics'))]
  const facts = groups.map(
    ([name, rows]): Section => ({
      name,
      title: words.groups[name],
      content: <Facts rows={rows} />,
    }),
  )
  const isLast = ({ name }: Section) => name === 'other' || name === 'notes'
  const sections = facts.filter((section) => !isLast(section))
  if (sanctions.length > 0 || entity.target)
    sections.unshift({
      name: 'sanctions',
      title: words.groups.sanctions,
      count: sanctions.length,
      content: sanctions.length > 0 ? <Sanctions sanctions={sanctions} /> : <p>{words.sanction.none}</p>,
    })
  sections.push({
    name: 'joined',
    title: words.groups.joined,
    content: <JoinedEntries entity={entity} />,
  })
  sections.push({
    name: 'ownership',
    title: words.groups.ownership,
    content: <Ownership entity={entity} />,
  })
  sections.push({
    name: 'links',
    title: words.groups.links,
    count: links.length,
    content: (
      <>
        {links.length > 0 ? <Links links={links} /> : <p>{words.noLinks}</p>}
        <Link href={paths.graph(`entity:${entity.id}`)}>{strings.graph.open}</Link>
      </>
    ),
  })
  return [...sections, ...facts.filter(isLast)]
}

function Known({ data }: { readonly data: Data }) {
  const { entity } = data
  const sections = sectionsOf(data)
  return (
    <Page title={entity.caption} heading={<SafeText value={entity.caption} />} lead={<Summary data={data} />}>
      <div className={styles.layout}>
        <div className={styles.sections}>
          {sections.map(({ name, title, count, content }) => (
            <section key={name} id={name} aria-labelledby={`${name}-title`} className={styles.section}>
              <h2 id={`${name}-title`}>
                {title}
                {!!count && <span className={styles.number}>{strings.number(count)}</span>}
              </h2>
              {content}
            </section>
          ))}
        </div>
        <aside className={styles.aside}>
          <Card data={data} />
          <nav aria-label={words.contents}>
            <h2>{words.contents}</h2>
            <ul>
              {sections.map(({ name, title }) => (
                <li key={name}>
                  <a href={`#${name}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
        </aside>
      </div>
    </Page>
  )
}

function Summary({ data: { entity } }: { readonly data: Data }) {
  const { properties } = entity
  const countries = [
    ...new Set([
      ...(properties.nationality ?? []),
      ...(properties.flag ?? []),
      ...(properties.country ?? []),
    ]),
  ]
  return (
    <span className={styles.summary}>
      <Badge>
        <Icon name={schemaIcon(entity.schema)} size={13} />
        {schemaName(entity.schema)}
      </Badge>
      <Badge tone={entity.target ? 'critical' : 'plain'}>{entity.target ? words.target : words.linked}</Badge>
      {(properties.topics ?? [])
        .filter((topic) => topic !== 'sanction' || !entity.target)
        .map((topic) => (
          <Badge key={topic} tone="high">
            {topicName(topic)}
          </Badge>
        ))}
      {countries.length > 0 && <span>{countries.map(countryName).join(', ')}</span>}
    </span>
  )
}

function Card({ data: { entity } }: { readonly data: Data }) {
  const { data: lists } = useLists()
  return (
    <dl className={styles.card}>
      <div>
        <dt>{words.id}</dt>
        <dd className={styles.identifier}>
          <code translate="no">
            <SafeText value={entity.id} />
          </code>
          <CopyButton value={entity.id} what={`${words.id} ${entity.id}`} />
        </dd>
      </div>
      <div>
        <dt>{words.says}</dt>
        <dd>
          {entity.datasets.map((source) => {
            const list = lists?.find((one) => one.source === source)
            return (
              <span key={source} className={styles.source}>
                <Link href={`${paths.lists}#${encodeURIComponent(source)}`}>{list?.title ?? source}</Link>
                {list && <small>{words.version(versionText(list.version))}</small>}
              </span>
            )
          })}
        </dd>
      </div>
      {entity.first_seen && (
        <div>
          <dt>{words.first}</dt>
          <dd>{partialDate(entity.first_seen)}</dd>
        </div>
      )}
      {entity.last_change && (
        <div>
          <dt>{words.changed}</dt>
          <dd>{partialDate(entity.last_change)}</dd>
        </div>
      )}
    </dl>
  )
}

function Facts({ rows }: { readonly rows: readonly FactRow[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map((row) => (
        <div key={row.property}>
          <dt>{propertyName(row.property, row.label)}</dt>
          <dd>
            {row.values.map((value) => (
              <FactLine
                key={JSON.stringify([value.fact.value, value.fact.lang, value.fact.date])}
                value={value}
              />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
