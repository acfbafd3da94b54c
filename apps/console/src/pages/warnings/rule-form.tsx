import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { type SavedRule, type StoredRule, useSaveRule } from '../../api/warnings.ts'
import { strings } from '../../strings/index.ts'
import { Button } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import fieldStyles from '../people/fields.module.css'
import { Field, Message, messageOf } from '../people/fields.tsx'
import { RulePreview } from './preview.tsx'
import { newRule, type RuleValues, ruleOf, type Severity, valuesOf } from './rule-values.ts'
import styles from './warnings-page.module.css'
import { WhenFields } from './when-fields.tsx'

const words = strings.warnings
const form = words.form
const severities: readonly Severity[] = ['low', 'medium', 'high', 'critical']
const markings = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const

/** Changes some of what a form holds. */
export type Change = (values: Partial<RuleValues>) => void

/** A rule to be written, with what it would have told beside it. */
export function RuleForm({
  stored,
  onClose,
  onSaved,
}: {
  readonly stored: StoredRule | undefined
  readonly onClose: () => void
  readonly onSaved: (saved: SavedRule) => void
}) {
  const [values, setValues] = useState(() =>
    stored ? valuesOf(stored.rule) : newRule(Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC'),
  )
  const [isMissing, setMissing] = useState(false)
  const save = useSaveRule(stored?.id)
  const change: Change = (some) => setValues((all) => ({ ...all, ...some }))
  const rule = ruleOf(values)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!rule)
    if (rule) save.mutate(rule, { onSuccess: onSaved })
  }
  return (
    <Dialog title={stored ? form.editTitle : form.makeTitle} place="side" onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Message>{isMissing && !rule ? form.needed : messageOf(save.error)}</Message>
        <Field
          label={form.name}
          value={values.name}
          autoFocus
          autoComplete="off"
          maxLength={120}
          dir="auto"
          onChange={(event) => change({ name: event.target.value })}
        />
        <About values={values} change={change} />
        <Recipients values={values} change={change} />
        <WhenFields values={values} change={change} />
        <Choice
          label={form.upTo}
          hint={form.upToHint}
          value={values.upTo}
          options={markings.map((one) => [one, one])}
          onChange={(upTo) => change({ upTo })}
        />
        <Check label={form.enabled} value={values.enabled} onChange={(enabled) => change({ enabled })} />
        <RulePreview rule={rule} />
        <div className={styles.line}>
          <Button kind="primary" type="submit" disabled={save.isPending}>
            {form.save}
          </Button>
          <Button onClick={onClose}>{form.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

interface Part {
  readonly values: RuleValues
  readonly change: Change
}

function About({ values, change }: Part) {
  const { on, severity } = values
  return (
    <>
      <div className={styles.two}>
        <Choice
          label={form.about}
          value={on}
          options={(['findings', 'lists', 'bundles'] as const).map((one) => [one, words.on[one]])}
          onChange={(next) => change({ on: next })}
        />
        <Choice
          label={on === 'findings' ? form.severity : form.as}
          value={severity}
          options={severities.map((one) => [one, strings.findings.severities[one]])}
          onChange={(next) => change({ severity: next })}
        />
      </div>
      {on === 'findings' && (
        <>
          <Checks
            legend={form.doors}
            hint={form.doorsHint}
            names={form.doorNames}
            chosen={values.watches}
            onChange={(watches) => change({ watches })}
          />
          <Field
            label={form.rules}
            hint={form.commas}
            value={values.rules}
            onChange={(event) => change({ rules: event.target.value })}
          />
        </>
      )}
      {on === 'lists' && (
        <Checks
          legend={form.kinds}
          names={form.kindNames}
          chosen={values.kinds}
          onChange={(kinds) => change({ kinds })}
        />
      )}
      <Field
        label={on === 'bundles' ? form.collections : form.sources}
        hint={form.commas}
        value={values.sources}
        onChange={(event) => change({ sources: event.target.value })}
      />
      {on !== 'bundles' && (
        <Field
          label={form.text}
          value={values.text}
          dir="auto"
          onChange={(event) => change({ text: event.target.value })}
        />
      )}
      {on === 'findings' && (
        <Check label={form.rises} value={values.rises} onChange={(rises) => change({ rises })} />
      )}
      {on === 'lists' && (
        <Check label={form.material} value={values.material} onChange={(material) => change({ material })} />
      )}
    </>
  )
}

function Recipients({ values, change }: Part) {
  return (
    <>
      <Area
        label={form.emails}
        hint={form.emailsHint}
        value={values.emails}
        onChange={(emails) => change({ emails })}
      />
      <Area
        label={form.webhooks}
        hint={form.webhooksHint}
        value={values.webhooks}
        onChange={(webhooks) => change({ webhooks })}
      />
      {values.webhooks.trim() !== '' && (
        <Check
          label={form.allowPrivate}
          value={values.allowPrivate}
          onChange={(allowPrivate) => change({ allowPrivate })}
        />
      )}
      <Field
        label={form.feeds}
        hint={form.feedsHint}
        value={values.feeds}
        onChange={(event) => change({ feeds: event.target.value })}
      />
    </>
  )
}

/** A text of several lines with its label. */
function Area({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        value={value}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={`${id}-hint`}>{hint}</small>
    </div>
  )
}

/** One of some choices. */
export function Choice<T extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: T
  readonly options: readonly (readonly [T, string])[]
  readonly onChange: (value: T) => void
}) {
  const id = useId()
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map(([option, said]) => (
          <option key={option} value={option}>
            {said}
          </option>
        ))}
      </select>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}

/** Yes or no. */
export function Check({
  label,
  value,
  onChange,
}: {
  readonly label: ReactNode
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}

function Checks({
  legend,
  hint,
  names,
  chosen,
  onChange,
}: {
  readonly legend: string
  readonly hint?: string
  readonly names: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  return (
    <fieldset className={styles.checks}>
      <legend>{legend}</legend>
      <div className={styles.line}>
        {Object.entries(names).map(([name, said]) => (
          <Check
            key={name}
            label={said}
            value={chosen.includes(name)}
            onChange={(isOn) => onChange(isOn ? [...chosen, name] : chosen.filter((one) => one !== name))}
          />
        ))}
      </div>
      {hint && <small>{hint}</small>}
    </fieldset>
  )
}
