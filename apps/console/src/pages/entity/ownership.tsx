import { useId } from 'react'
import { Link } from 'wouter'
import { useOwnership } from '../../api/list-queries.ts'
import type { Entity, OwnershipRuleView, OwnershipVerdict } from '../../api/types.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { Badge, Fault, Skeleton, type Tone } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './ownership.module.css'

const words = strings.ownership

const tones: Readonly<Record<OwnershipVerdict, Tone>> = {
  listed: 'critical',
  owned: 'critical',
  controlled: 'high',
  possible: 'medium',
  no: 'plain',
}

/** How an entity stands under each rule, with the chain of its owners drawn and told. */
export function Ownership({ entity }: { readonly entity: Entity }) {
  const { data, error } = useOwnership(entity.id)
  if (error) return <Fault error={error} />
  if (!data) return <Skeleton lines={2} />
  const withChain = data.rules.filter(({ chain }) => chain.edges.length > 0)
  if (
    withChain.length === 0 &&
    data.rules.every(({ judgement }) => judgement.verdict === 'listed' || judgement.verdict === 'no')
  )
    // prettier-ignore
    return <p>{words.none}</p>
  return (
    <>
      <ul className={styles.rules}>
        {data.rules.map((view) => (
          <li key={view.rule.name}>
            <div className={styles.head}>
              <h3>{view.rule.title}</h3>
              <Badge tone={tones[view.judgement.verdict]}>{words.verdicts[view.judgement.verdict]}</Badge>
            </div>
            <p>
              <SafeText value={view.statement} />
            </p>
            {!view.ownLists && <p className={styles.note}>{words.anyList}</p>}
            {view.chain.edges.length > 0 && <Chain view={view} id={entity.id} label={entity.caption} />}
            <p className={styles.note}>{view.rule.citation}</p>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{words.asOf(partialDate(data.day))}</p>
    </>
  )
}

const box = { width: 190, height: 46, gapX: 18, gapY: 54 }

/** Levels of the chain from the listed ones at the top to the entity at the bottom; the same is told as a list. */
function Chain({
  view: { chain },
  label,
}: {
  readonly view: OwnershipRuleView
  readonly id: string
  readonly label: string
}) {
  const title = useId()
  const deepest = Math.max(...chain.nodes.map(({ level }) => level))
  const rows = Array.from({ length: deepest + 1 }, (_, row) =>
    chain.nodes.filter(({ level }) => level === deepest - row),
  )
  const widest = Math.max(...rows.map((row) => row.length))
  const width = widest * (box.width + box.gapX) - box.gapX
  const height = rows.length * (box.height + box.gapY) - box.gapY
  const places = new Map<string, { x: number; y: number }>()
  for (const [at, row] of rows.entries())
    for (const [column, { id: node }] of row.entries()) {
      const own = row.length * (box.width + box.gapX) - box.gapX
      places.set(node, {
        x: (width - own) / 2 + column * (box.width + box.gapX),
        y: at * (box.height + box.gapY),
      })
    }
  const labels = new Map(chain.nodes.map((node) => [node.id, node.label]))
  return (
    <>
      <div className={styles.drawing}>
        <svg
          width={width + 2}
          height={height + 2}
          viewBox={`-1 -1 ${width + 2} ${height + 2}`}
          role="img"
          aria-labelledby={title}
        >
          <title id={title}>{words.drawing(label)}</title>
          {chain.edges.map(({ from, to, link }) => {
            const [a, b] = [places.get(from), places.get(to)]
            if (!a || !b) return null
            const [x1, y1, x2, y2] = [a.x + box.width / 2, a.y + box.height, b.x + box.width / 2, b.y]
            const isUp = y1 > y2
            return (
              <g key={`${from} ${to} ${link.kind}`}>
                <path
                  className={link.kind === 'control' ? styles.control : styles.share}
                  d={
                    isUp
                      ? `M${x1 + 60} ${y1 - box.height} Q${x1 + 140} ${(y1 + y2) / 2} ${x2 + 60} ${y2 + box.height}`
                      : `M${x1} ${y1} C${x1} ${y1 + 26} ${x2} ${y2 - 26} ${x2} ${y2 - 3}`
                  }
                />
                {!isUp && (
                  <text x={(x1 + x2) / 2} y={(y1 + y2) / 2 + 4} textAnchor="middle" className={styles.amount}>
                    {amount(link)}
                  </text>
                )}
              </g>
            )
          })}
          {chain.nodes.map((node) => {
            const { x, y } = places.get(node.id)!
            return (
              <g key={node.id} transform={`translate(${x} ${y})`} className={styles[node.verdict]}>
                <rect width={box.width} height={box.height} rx="8" />
                <text x="10" y="19">
                  {node.label.length > 25 ? `${node.label.slice(0, 24)}…` : node.label}
                </text>
                <text x="10" y="36" className={styles.verdict}>
                  {words.verdicts[node.verdict]}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      <ul className={styles.told}>
        {chain.edges.map(({ from, to, link }) => (
          <li key={`${from} ${to} ${link.kind}`}>
            <Link href={paths.entity(from)}>
              <SafeText value={labels.get(from) ?? from} />
            </Link>{' '}
            {link.kind === 'control' ? words.controls : words.owns(amount(link))}:{' '}
            <Link href={paths.entity(to)}>
              <SafeText value={labels.get(to) ?? to} />
            </Link>
            {link.role && (
              <small>
                {' '}
                <SafeText value={link.role} />
              </small>
            )}
          </li>
        ))}
      </ul>
      {chain.cut && <p className={styles.note}>{words.cut}</p>}
    </>
  )
}

function amount(link: OwnershipRuleView['chain']['edges'][number]['link']): string {
  return link.kind === 'control' || !link.share ? '?' : words.held(link.share.low, link.share.high)
}
