import type { Rule, StoredRule } from '../../api/warnings.ts'
import { strings } from '../../strings/index.ts'
import { Badge, Button } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { aboutRule, shownAddress, whenRule } from './rule-words.ts'
import styles from './warnings-page.module.css'

const words = strings.warnings

/** A rule: what, to whom, when, and what can be done with it. */
export function RuleCard({
  stored: { rule },
  mayChange,
  isTesting,
  onTest,
  onEdit,
  onRemove,
  onSecret,
}: {
  readonly stored: StoredRule
  readonly mayChange: boolean
  readonly isTesting: boolean
  readonly onTest: () => void
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onSecret: (address: string) => void
}) {
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <h3>
          <SafeText value={rule.name} />
          {!rule.enabled && <Badge>{words.off}</Badge>}
        </h3>
        {mayChange && (
          <div className={styles.actions}>
            <Button
              kind="quiet"
              aria-label={words.testOf(rule.name)}
              title={words.testOf(rule.name)}
              disabled={isTesting}
              onClick={onTest}
            >
              {words.test}
            </Button>
            <Button kind="quiet" aria-label={words.editOf(rule.name)} onClick={onEdit}>
              {words.edit}
            </Button>
            <Button kind="quiet" aria-label={words.removeOf(rule.name)} onClick={onRemove}>
              {words.remove}
            </Button>
          </div>
        )}
      </div>
      <p>{aboutRule(rule)}</p>
      <Targets to={rule.to} mayChange={mayChange} onSecret={onSecret} />
      <p className={styles.faint}>{whenRule(rule)}</p>
    </li>
  )
}

function Targets({
  to,
  mayChange,
  onSecret,
}: {
  readonly to: Rule['to']
  readonly mayChange: boolean
  readonly onSecret: (address: string) => void
}) {
  return (
    <ul className={styles.targets}>
      {to.map(({ kind, address }) => (
        <li key={`${kind} ${address}`}>
          <Badge tone="accent">{words.channels[kind]}</Badge>
          <span translate="no" title={address}>
            {shownAddress(kind, address)}
          </span>
          {kind === 'webhook' && mayChange && (
            <Button
              kind="quiet"
              aria-label={words.newSecretOf(shownAddress(kind, address))}
              onClick={() => onSecret(address)}
            >
              {words.newSecret}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
