import type { AttributionAnswer } from '../../api/attribution.ts'
import { strings } from '../../strings/index.ts'
import { Badge, Command, ScoreBar } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { CandidatePanel } from './candidate-panel.tsx'
import { SeenPanel, SettlePanel, SourcesPanel, SponsorPanel } from './machine-parts.tsx'
import styles from './machine-view.module.css'

const words = strings.attribution

/** What the machine says: the verdict or why there is none, the groups with their evidence, what would settle it. */
export function MachineView({ data }: { readonly data: AttributionAnswer }) {
  const { candidates, someoneElse, abstention } = data
  return (
    <div className={styles.view}>
      <Verdict data={data} />
      {candidates.length > 0 && (
        <section className={styles.block} aria-labelledby="attribution-groups">
          <h2 id="attribution-groups">{someoneElse === undefined ? words.alike : words.candidates}</h2>
          <ol className={styles.candidates}>
            {candidates.map((one, at) => (
              <CandidatePanel key={one.id} one={one} isOpen={at === 0} />
            ))}
            {someoneElse !== undefined && (
              <li className={styles.other}>
                <span>{words.someoneElse}</span>
                <ScoreBar score={someoneElse} tone="low" />
                <b>{words.percent(someoneElse)}</b>
              </li>
            )}
          </ol>
        </section>
      )}
      {candidates.length > 0 && <SettlePanel data={data} />}
      {candidates.length > 0 && <SponsorPanel data={data} />}
      {data.seen.length > 0 && <SeenPanel data={data} />}
      {abstention !== 'no-knowledge' && <SourcesPanel data={data} />}
    </div>
  )
}

function Verdict({ data }: { readonly data: AttributionAnswer }) {
  const { abstention, confidence, named, candidates, rung, thresholds, calibratedOn } = data
  const p = words.percent(candidates[0]?.probability ?? 0)
  const title =
    named === undefined
      ? words.abstains
      : confidence === 'likely'
        ? words.likely(named.name, p)
        : words.possible(named.name, p)
  return (
    <section
      className={styles.verdict}
      data-named={named !== undefined}
      aria-labelledby="attribution-verdict"
    >
      <h2 id="attribution-verdict">
        <SafeText value={title} />
      </h2>
      {abstention && <p>{words.abstention[abstention]}</p>}
      {abstention === 'no-knowledge' && <Command>{words.importCommand}</Command>}
      {abstention !== 'no-knowledge' && (
        <p className={styles.rung}>
          {words.rung}: <Badge tone={named ? 'accent' : 'plain'}>{words.rungs[rung]}</Badge>
        </p>
      )}
      {candidates[0]?.probability !== undefined && (
        <p className={styles.note}>
          {words.calibrated(calibratedOn, words.percent(thresholds.named), words.percent(thresholds.likely))}
        </p>
      )}
    </section>
  )
}
