import type { Payment, PaymentAction } from '../../api/payments.ts'
import { useBar, useSession } from '../../api/people-queries.ts'
import { strings } from '../../strings/index.ts'
import { Key } from '../../ui/controls.tsx'
import panel from '../findings/decision-panel.module.css'
import { ReasonForm } from '../findings/decision-panel.tsx'
import styles from './action-panel.module.css'

const words = strings.payments

/** What can be done in each state, with its key. */
export const actionsOf: Readonly<Record<Payment['state'], readonly (readonly [PaymentAction, string])[]>> = {
  open: [
    ['propose', 'r'],
    ['block', 'b'],
  ],
  proposed: [
    ['confirm', 'c'],
    ['decline', 'd'],
    ['block', 'b'],
  ],
  released: [['reopen', 'z']],
  blocked: [['reopen', 'z']],
}

const tones: Readonly<Record<PaymentAction, 'true' | 'false' | 'unsure'>> = {
  propose: 'false',
  confirm: 'false',
  decline: 'unsure',
  block: 'true',
  reopen: 'unsure',
}

/** Why the person may not do something to a message, in words. A release that one proposed is for another to confirm. */
export function useBars(payment: Payment | undefined): (action: PaymentAction) => string | undefined {
  const [decide, approve, { data }] = [useBar('write:findings'), useBar('approve'), useSession()]
  const isOwn = payment?.alone === false && payment.proposedBy === data?.actor
  return (action) =>
    decide ?? (action === 'confirm' ? (approve ?? (isOwn ? words.ownProposal : undefined)) : undefined)
}

/** The actions of a message, each with a reason. A release takes two. */
export function ActionPanel({
  payment,
  draft,
  isSaving,
  fault,
  onDraft,
  onSave,
}: {
  readonly payment: Payment
  readonly draft: PaymentAction | undefined
  readonly isSaving: boolean
  readonly fault: Error | null
  readonly onDraft: (action: PaymentAction | undefined) => void
  readonly onSave: (action: PaymentAction, reason: string) => Promise<void>
}) {
  const { state, alone } = payment
  const bars = useBars(payment)
  const barred = actionsOf[state].map(([action]) => bars(action)).find(Boolean)
  return (
    <footer className={panel.panel}>
      {(state === 'open' || state === 'proposed') && (
        <p className={styles.rule}>{state === 'proposed' && alone ? words.aloneHint : words.fourEyes}</p>
      )}
      <div className={panel.verdicts}>
        {actionsOf[state].map(([action, key]) => (
          <button
            key={action}
            type="button"
            aria-pressed={draft === action}
            disabled={bars(action) !== undefined}
            className={panel[tones[action]]}
            onClick={() => onDraft(draft === action ? undefined : action)}
          >
            {words.actions[action]}
            <Key>{key}</Key>
          </button>
        ))}
      </div>
      {barred && <p className={styles.rule}>{barred}</p>}
      {draft && (
        <ReasonForm
          key={draft}
          isSaving={isSaving}
          fault={fault}
          onCancel={() => onDraft(undefined)}
          onSave={(reason) => onSave(draft, reason)}
        />
      )}
    </footer>
  )
}
