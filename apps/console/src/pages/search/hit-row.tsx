import { useLists } from '../../api/queries.ts'
import type { Entity } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { countryName, propertyName, schemaName, topicName } from '../../text/labels.ts'
import { isNonLatin } from '../../text/script.ts'
import { classes } from '../../ui/classes.ts'
import { Badge } from '../../ui/controls.tsx'
import { Icon, schemaIcon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './hit-row.module.css'
import type { Hit } from './hits.ts'

const words = strings.search

/** One result: who, what, where listed, how strong and why, in two lines. */
export function HitRow({
  id,
  hit,
  isActive,
  onPoint,
  onOpen,
}: {
  id: string
  hit: Hit
  isActive: boolean
  onPoint: () => void
  onOpen: (inNewTab: boolean) => void
}) {
  const { entity, score, isMatch } = hit
  const topics = (entity.properties.topics ?? []).toSorted(
    (a, b) => Number(b === 'sanction') - Number(a === 'sanction'),
  )
  const otherScript = [...(entity.properties.name ?? []), ...(entity.properties.alias ?? [])].find(
    (name) => name !== entity.caption && isNonLatin(name) && !isNonLatin(entity.caption),
  )
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the input keeps the focus and takes the keys
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.hit}
      onPointerMove={isActive ? undefined : onPoint}
      onClick={(event) => onOpen(event.ctrlKey || event.metaKey)}
      onAuxClick={(event) => event.button === 1 && onOpen(true)}
    >
      <span className={styles.glyph}>
        <Icon name={schemaIcon(entity.schema)} size={17} />
      </span>
      <div className={styles.body}>
        <div className={styles.title}>
          <strong>
            <SafeText value={entity.caption} />
          </strong>
          {otherScript && (
            <span className={styles.other}>
              <SafeText value={otherScript} />
            </span>
          )}
          {topics.slice(0, 3).map((topic) => (
            <Badge key={topic} tone={topic === 'sanction' ? 'critical' : 'high'}>
              {topicName(topic)}
            </Badge>
          ))}
        </div>
        <Particulars entity={entity} />
        <Reason hit={hit} />
      </div>
      <div className={classes(styles.score, isMatch && styles.match)}>
        {score !== undefined && (
          <>
            <span className="visually-hidden">{words.score(strings.score(score))}</span>
            <b aria-hidden="true">{strings.score(score)}</b>
            {isMatch && <span>{words.match}</span>}
          </>
        )}
      </div>
    </div>
  )
}

function Particulars({ entity }: { readonly entity: Entity }) {
  const { data: lists } = useLists()
  const { properties, datasets } = entity
  const countries = [
    ...new Set([
      ...(properties.nationality ?? []),
      ...(properties.flag ?? []),
      ...(properties.jurisdiction ?? []),
      ...(properties.country ?? []),
    ]),
  ]
  const parts = [
    schemaName(entity.schema),
    countries.slice(0, 3).map(countryName).join(', '),
    properties.birthDate && `${words.born} ${properties.birthDate.map(partialDate).join(', ')}`,
    properties.imoNumber && `${words.imo} ${properties.imoNumber.join(', ').replace(/^IMO\s*/i, '')}`,
    datasets.map((source) => lists?.find((list) => list.source === source)?.title ?? source).join(', '),
  ].filter((part): part is string => !!part)
  return (
    <div className={styles.particulars}>
      {parts.map((part) => (
        <span key={part}>
          <SafeText value={part} />
        </span>
      ))}
    </div>
  )
}

function Reason({ hit }: { readonly hit: Hit }) {
  const { reason } = hit
  if (!reason) return hit.score === undefined ? <div className={styles.reason}>{words.textMatch}</div> : null
  const detail = reason.detail || [reason.query, reason.candidate].filter(Boolean).join(' = ')
  // Which of its names was met, where it is not the one in the heading.
  const other =
    reason.candidate && reason.candidate !== hit.entity.caption && !detail.includes(reason.candidate)
      ? reason.candidate
      : undefined
  return (
    <div className={styles.reason}>
      {propertyName(reason.feature)}: <SafeText value={detail} />
      {other && (
        <>
          {' '}
          (<SafeText value={other} />)
        </>
      )}
    </div>
  )
}
