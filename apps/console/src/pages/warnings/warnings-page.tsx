import { useState } from 'react'
import {
  type StoredRule,
  type Tested,
  useNewSecret,
  useRemoveRule,
  useTestRule,
  useWarningRules,
  type WarningRules,
} from '../../api/warnings.ts'
import { Page } from '../../shell/page.tsx'
import { strings } from '../../strings/index.ts'
import { Badge, Button, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import { Confirm, OnceShown } from '../people/confirm.tsx'
import { Message, messageOf } from '../people/fields.tsx'
import { DeliveriesSection } from './deliveries.tsx'
import { FeedSection } from './feed-section.tsx'
import { RuleCard } from './rule-card.tsx'
import { RuleForm } from './rule-form.tsx'
import { shownAddress } from './rule-words.ts'
import styles from './warnings-page.module.css'

const words = strings.warnings

/** Who is told what, and whether it arrived. */
export function WarningsPage() {
  const { data, error, refetch } = useWarningRules()
  const [editing, setEditing] = useState<StoredRule | 'new'>()
  const [secrets, setSecrets] = useState<readonly (readonly [string, string])[]>([])
  const [shown, ...others] = secrets
  return (
    <Page
      title={words.title}
      lead={words.lead}
      wide
      aside={
        data?.mayChange && (
          <Button kind="primary" onClick={() => setEditing('new')}>
            <Icon name="plus" />
            {words.make}
          </Button>
        )
      }
    >
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && (
        <>
          <Rules data={data} onEdit={setEditing} onSecrets={setSecrets} />
          <DeliveriesSection counts={data.counts} mayChange={data.mayChange} />
          <FeedSection />
        </>
      )}
      {editing && (
        <RuleForm
          stored={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={({ secrets: made }) => {
            setEditing(undefined)
            setSecrets(Object.entries(made))
          }}
        />
      )}
      {shown && !editing && (
        <OnceShown
          key={shown[0]}
          title={words.secretTitle}
          text={`${shownAddress('webhook', shown[0])}. ${words.secretText}`}
          secret={shown[1]}
          verb={words.secretDone}
          onClose={() => setSecrets(others)}
        />
      )}
    </Page>
  )
}

function Rules({
  data: { rules, mail, mayChange },
  onEdit,
  onSecrets,
}: {
  readonly data: WarningRules
  readonly onEdit: (stored: StoredRule) => void
  readonly onSecrets: (secrets: readonly (readonly [string, string])[]) => void
}) {
  const [removing, setRemoving] = useState<StoredRule>()
  const [tested, setTested] = useState<Tested['outcomes']>()
  const remove = useRemoveRule()
  const test = useTestRule()
  const newSecret = useNewSecret()
  const asksForMail = rules.some(({ rule }) => rule.to.some(({ kind }) => kind === 'email'))
  return (
    <section className={styles.section} aria-labelledby="rules">
      <h2 id="rules" className={rules.length === 0 ? 'visually-hidden' : undefined}>
        {words.rules}
      </h2>
      <Message>{messageOf(test.error ?? newSecret.error)}</Message>
      {asksForMail && !mail && (
        <p className={styles.note}>
          <Icon name="warning" />
          {words.noMail}
        </p>
      )}
      {rules.length === 0 && (
        <Empty icon="bell" title={words.emptyTitle}>
          <p>{mayChange ? words.emptyText : words.emptyAsk}</p>
        </Empty>
      )}
      <ul className={styles.cards}>
        {rules.map((stored) => (
          <RuleCard
            key={stored.id}
            stored={stored}
            mayChange={mayChange}
            isTesting={test.isPending}
            onTest={() => test.mutate(stored.id, { onSuccess: ({ outcomes }) => setTested(outcomes) })}
            onEdit={() => onEdit(stored)}
            onRemove={() => setRemoving(stored)}
            onSecret={(address) =>
              newSecret.mutate(address, { onSuccess: ({ secret }) => onSecrets([[address, secret]]) })
            }
          />
        ))}
      </ul>
      {tested && <TestDialog outcomes={tested} onClose={() => setTested(undefined)} />}
      {removing && (
        <Confirm
          title={words.removeTitle(removing.rule.name)}
          text={words.removeText}
          verb={words.remove}
          error={remove.error}
          isBusy={remove.isPending}
          onYes={() => remove.mutate(removing.id, { onSuccess: () => setRemoving(undefined) })}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </section>
  )
}

function TestDialog({
  outcomes,
  onClose,
}: {
  readonly outcomes: Tested['outcomes']
  readonly onClose: () => void
}) {
  return (
    <Dialog title={words.tested} onClose={onClose}>
      <ul className={styles.outcomes}>
        {outcomes.map(({ kind, address, ok, outcome }) => (
          <li key={`${kind} ${address}`}>
            <Badge tone={ok ? 'good' : 'critical'}>{ok ? words.reached : words.notReached}</Badge>
            <span>
              <b translate="no">{shownAddress(kind, address)}</b>
              <small>
                <SafeText value={outcome} />
              </small>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
