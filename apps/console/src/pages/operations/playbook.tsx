import { Link } from 'wouter'
import type { Operation, OperationStep } from '../../api/operations.ts'
import { strings } from '../../strings/index.ts'
import { Badge } from '../../ui/controls.tsx'
import { rulePath } from './means.tsx'
import styles from './playbook.module.css'

const words = strings.operations

/** What to do, step by step; what is done at once stands side by side, what hangs on an answer under it. */
export function Playbook({ playbook }: { readonly playbook: Operation['playbook'] }) {
  if (!playbook) return null
  return (
    <>
      <h3 className={styles.name}>{playbook.name}</h3>
      <p className={styles.description}>{playbook.description}</p>
      <Steps steps={playbook.steps} />
    </>
  )
}

function Steps({ steps }: { readonly steps: readonly OperationStep[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.id}>
          <Step step={step} />
        </li>
      ))}
    </ol>
  )
}

function Step({ step }: { readonly step: OperationStep }) {
  const { is, name, by, does, rules, branches } = step
  return (
    <>
      <p className={styles.head}>
        <strong>{name}</strong>
        {by && <Badge>{by}</Badge>}
        {is === 'together' && <Badge tone="accent">{words.together}</Badge>}
      </p>
      {does.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {rules.length > 0 && (
        <ul className={styles.rules}>
          {rules.map((rule) => (
            <li key={rule.id}>
              <Link href={rulePath(rule)}>{rule.title}</Link>
            </li>
          ))}
        </ul>
      )}
      {is === 'together' && (
        <div className={styles.beside}>
          {branches.map((branch) => (
            <div key={branch[0]?.id ?? name}>
              {branch.map((one) => (
                <Step key={one.id} step={one} />
              ))}
            </div>
          ))}
        </div>
      )}
      {is === 'question' &&
        branches.map((branch, at) =>
          branch.length === 0 ? null : (
            <div key={branch[0]!.id} className={styles.answer}>
              <p className={styles.label}>{at === 0 ? words.yes : words.no}</p>
              <Steps steps={branch} />
            </div>
          ),
        )}
    </>
  )
}
