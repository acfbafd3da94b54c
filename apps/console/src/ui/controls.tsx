import { type ButtonHTMLAttributes, type ReactNode, useEffect, useRef, useState } from 'react'
import { ApiError } from '../api/client.ts'
import { strings } from '../strings/index.ts'
import { classes } from './classes.ts'
import styles from './controls.module.css'
import { Icon, type IconName } from './icons.tsx'

/** How loud a badge is. */
export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'good' | 'accent' | 'plain'

/** A word on a tinted ground. */
export function Badge({
  tone = 'plain',
  title,
  children,
}: {
  tone?: Tone
  title?: string
  children: ReactNode
}) {
  return (
    <span className={classes(styles.badge, tone !== 'plain' && styles[tone])} title={title}>
      {children}
    </span>
  )
}

/** A button with words. */
export function Button({
  kind = 'plain',
  ...rest
}: { kind?: 'plain' | 'primary' | 'quiet' } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...rest} className={classes(styles.button, kind !== 'plain' && styles[kind])} />
  )
}

/** The class of a link that looks like a button. */
export const buttonLink = styles.button

/** A button that is an icon; `label` names it. */
export function IconButton({
  icon,
  label,
  ...rest
}: { icon: IconName; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" title={label} aria-label={label} {...rest} className={styles.icon}>
      <Icon name={icon} />
    </button>
  )
}

/** A key of the keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>
}

/** Copies a value, and says that it did. */
export function CopyButton({ value, what }: { readonly value: string; readonly what: string }) {
  const [copied, setCopied] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setCopied(false), 1_600)
  }
  return (
    <>
      <IconButton icon={copied ? 'check' : 'copy'} label={strings.copy(what)} onClick={() => void copy()} />
      <span role="status" className="visually-hidden">
        {copied ? strings.copied : ''}
      </span>
    </>
  )
}

/** A command to run in a terminal, copyable. */
export function Command({ children }: { readonly children: string }) {
  return (
    <div className={styles.command}>
      <code translate="no">{children}</code>
      <CopyButton value={children} what={children} />
    </div>
  )
}

/** What a page shows where it has nothing to show: why, and what to do. */
export function Empty({
  icon,
  title,
  level: Heading = 'h2',
  children,
}: {
  icon: IconName
  title: ReactNode
  level?: 'h1' | 'h2'
  children?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <span className={styles.glyph}>
        <Icon name={icon} size={20} />
      </span>
      <Heading>{title}</Heading>
      {children}
    </div>
  )
}

/** An error in words, with what to do and a way to try again. */
export function Fault({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const remedy = error instanceof ApiError ? error.remedy : undefined
  return (
    <div role="alert">
      <Empty icon="warning" title={strings.fault.title}>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        {remedy && !(error instanceof Error && error.message.includes(remedy)) && <p>{remedy}</p>}
        {retry && <Button onClick={retry}>{strings.fault.retry}</Button>}
      </Empty>
    </div>
  )
}

/** Grey lines in the place of what is on its way. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={strings.loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines
        <span key={line} style={{ width: `${[72, 94, 61, 83][line % 4]}%` }} />
      ))}
    </div>
  )
}

/** A share from 0 to 1 as a bar; the number stands beside it in words. */
export function ScoreBar({ score, tone = 'accent' }: { readonly score: number; readonly tone?: Tone }) {
  const width = `${Math.round(Math.min(1, Math.max(0, score)) * 100)}%`
  return (
    <div className={styles.bar} aria-hidden="true">
      <div
        className={styles.fill}
        style={{ width, ...(tone === 'accent' || tone === 'plain' ? {} : { background: `var(--${tone})` }) }}
      />
    </div>
  )
}
