import { Link } from 'wouter'
import type { Operation, OperationClaim } from '../../api/operations.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Badge, ScoreBar } from '../../ui/controls.tsx'
import styles from './claims.module.css'
import { Cite } from './sources.tsx'

const words = strings.operations

/** Attributions side by side, each with who makes it, on what, and how sure; then who says otherwise. */
export function Claims({ operation }: { readonly operation: Operation }) {
  const { claims, contested, sources } = operation
  const byGroup = new Map<string, OperationClaim[]>()
  for (const claim of [...claims].sort((a, b) => b.confidence - a.confidence))
    byGroup.set(claim.group.name, [...(byGroup.get(claim.group.name) ?? []), claim])
  return (
    <>
      <p className={styles.note}>{words.whoNote}</p>
      <ul className={styles.groups}>
        {[...byGroup].map(([name, said]) => (
          <li key={name} className={styles.group}>
            <h3>
              <Link href={paths.threat(said[0]!.group.id)}>{name}</Link>
            </h3>
            <ul>
              {said.map((claim) => (
                <li key={`${claim.by} ${claim.stated}`}>
                  <p className={styles.head}>
                    <Badge>{words.bases[claim.basis]}</Badge>
                    <span>{words.confidence(claim.confidence)}</span>
                  </p>
                  <ScoreBar score={claim.confidence / 100} />
                  <p>{claim.stated}</p>
                  <Cite ids={[claim.by]} sources={sources} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {contested.length > 0 && (
        <div className={styles.against}>
          <h3>{words.against}</h3>
          <ul>
            {contested.map(({ by, says }) => (
              <li key={says}>
                {says} <Cite ids={[by]} sources={sources} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
