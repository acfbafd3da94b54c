import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type Settings, useSaveSettings, useSettings } from '../../api/settings.ts'
import { type Density, densityKey } from '../../shell/density.ts'
import { singleKeysKey } from '../../shell/keys.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import type { Theme } from '../../shell/theme.ts'
import { chosenLanguage, type Language, languageKey, languages, strings } from '../../strings/index.ts'
import { type Zone, zoneKey } from '../../text/dates.ts'
import { Button, Fault, Skeleton } from '../../ui/controls.tsx'
import { useStored } from '../../ui/stored.ts'
import styles from './settings-page.module.css'

const words = strings.settings

/** What a person and a deployment can set, and what this server is. */
export function SettingsPage() {
  const { data, error, refetch } = useSettings()
  return (
    <Page title={words.title}>
      <Mine />
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && (
        <>
          <Everyone key={JSON.stringify(data.settings)} settings={data.settings} />
          <About about={data.about} />
        </>
      )}
    </Page>
  )
}

function Mine() {
  const [theme, setTheme] = useStored<Theme>('cordon.theme', 'system')
  const [density, setDensity] = useStored<Density>(densityKey, 'comfortable')
  const [zone, setZone] = useStored<Zone>(zoneKey, 'utc')
  const [singleKeys, setSingleKeys] = useStored(singleKeysKey, true)
  const [, setLanguage] = useStored<Language>(languageKey, 'en')
  return (
    <section className={styles.section}>
      <h2>{words.mine}</h2>
      <p className={styles.hint}>{words.mineHint}</p>
      <Choice
        label={words.language}
        value={chosenLanguage()}
        choices={Object.entries(languages)}
        onChange={(next) => {
          setLanguage(next as Language)
          // Pages keep their words in constants: another language is another loading.
          location.reload()
        }}
      />
      <Choice
        label={words.theme}
        value={theme}
        choices={Object.entries(words.themes)}
        onChange={(next) => setTheme(next as Theme)}
      />
      <Choice
        label={words.density}
        value={density}
        choices={Object.entries(words.densities)}
        onChange={(next) => setDensity(next as Density)}
      />
      <Choice
        label={words.zone}
        hint={words.zoneHint}
        value={zone}
        choices={Object.entries(words.zones)}
        onChange={(next) => setZone(next as Zone)}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        <span>
          {words.singleKeys}
          <small>{strings.shortcuts.singleKeysHint}</small>
        </span>
      </label>
    </section>
  )
}

function Choice({
  label,
  hint,
  value,
  choices,
  onChange,
}: {
  label: string
  hint?: string
  value: string
  choices: readonly (readonly [string, string])[]
  onChange: (value: string) => void
}) {
  return (
    <label className={styles.field}>
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([key, name]) => (
          <option key={key} value={key} lang={key in languages ? key : undefined}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

const numbers = [
  ['matchThreshold', words.matchThreshold, words.matchThresholdHint],
  ['matchCutoff', words.matchCutoff, words.matchCutoffHint],
] as const

function Everyone({ settings }: { readonly settings: Settings }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const save = useSaveSettings()
  const textOf = (name: keyof Settings) => typed[name] ?? String(settings[name])
  const isWrong = (name: keyof Settings) => !/^(?:0(?:[.,]\d{1,3})?|1(?:[.,]0+)?)$/.test(textOf(name).trim())
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (numbers.some(([name]) => isWrong(name))) return
    save.mutate(Object.fromEntries(numbers.map(([name]) => [name, Number(textOf(name).replace(',', '.'))])))
  }
  return (
    <section className={styles.section}>
      <h2>{words.everyone}</h2>
      <p className={styles.hint}>{words.everyoneHint}</p>
      <form onSubmit={onSubmit}>
        {numbers.map(([name, label, hint]) => (
          <label key={name} className={styles.field}>
            <span>
              {label}
              <small id={`${name}-hint`}>{hint}</small>
              {isWrong(name) && (
                <small id={`${name}-fault`} className={styles.fault}>
                  {words.range}
                </small>
              )}
            </span>
            <input
              inputMode="decimal"
              value={textOf(name)}
              aria-invalid={isWrong(name)}
              aria-describedby={`${name}-hint${isWrong(name) ? ` ${name}-fault` : ''}`}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          </label>
        ))}
        <div className={styles.row}>
          <Button type="submit" kind="primary" disabled={save.isPending || Object.keys(typed).length === 0}>
            {words.save}
          </Button>
          <span role="status">{save.isSuccess ? words.saved : save.error?.message}</span>
          <Link href={paths.audit}>{words.audit}</Link>
        </div>
      </form>
    </section>
  )
}

function About({ about }: { readonly about: NonNullable<ReturnType<typeof useSettings>['data']>['about'] }) {
  const rows: readonly (readonly [string, string])[] = [
    [words.version, about.version],
    [words.node, about.node],
    [words.store, about.store],
    [words.data, about.data],
    [words.lists, about.lists],
    [words.tables, about.migrations.at(-1) ?? ''],
    [
      words.fetching,
      about.every ? words.every(strings.number(Math.round(about.every / 360_000) / 10)) : words.notFetching,
    ],
  ]
  return (
    <>
      <section className={styles.section}>
        <h2>{words.privacy}</h2>
        {about.drop.length === 0 ? (
          <p className={styles.hint}>{words.privacyNone}</p>
        ) : (
          <>
            <p className={styles.hint}>{words.privacyHint}</p>
            <ul className={styles.drop}>
              {about.drop.map((name) => (
                <li key={name}>
                  <code>{name}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className={styles.section}>
        <h2>{words.about}</h2>
        <dl className={styles.about}>
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd translate="no">{value}</dd>
            </div>
          ))}
        </dl>
        <a href="/docs">{words.openApi}</a>
      </section>
    </>
  )
}
