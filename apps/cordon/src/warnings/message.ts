import { isoSeconds, type Severity, severities } from '@cordon/model'
import type { WarningItem } from '../store/index.ts'

/** What a message says apart from its items. */
export interface MessageHead {
  /** The delivery's id. */
  readonly id: string
  readonly rule: { readonly id: string; readonly name: string }
  /** When the delivery was made, UTC milliseconds: the same at every attempt. */
  readonly madeAt: number
  /** Where people open the console, without a slash at its end. */
  readonly publicUrl?: string
}

/** The gravest of some things. */
export function gravest(items: readonly WarningItem[]): Severity {
  return severities[Math.max(0, ...items.map(({ occurrence }) => severities.indexOf(occurrence.severity)))]!
}

/** The address of a thing's page, or its path alone where nobody said under which address people open the console. */
export function addressOf(head: Pick<MessageHead, 'publicUrl'>, path: string): string {
  return (head.publicUrl ?? '') + path
}

/**
 * The body of a webhook's message, as Standard Webhooks has it: a type, when it happened, the data. The same bytes at
 * every attempt.
 */
export function webhookBody(
  head: MessageHead,
  items: readonly WarningItem[],
  type = 'cordon.warning',
): string {
  return JSON.stringify({
    type,
    timestamp: isoSeconds(head.madeAt),
    data: {
      id: head.id,
      rule: head.rule,
      severity: gravest(items),
      warnings: items.map(({ id, occurrence }) => ({
        id,
        thing: occurrence.thing,
        kind: occurrence.kind,
        at: isoSeconds(occurrence.at),
        severity: occurrence.severity,
        marking: occurrence.marking,
        title: occurrence.title,
        text: occurrence.text,
        url: addressOf(head, occurrence.path),
        data: occurrence.data,
      })),
    },
  })
}

/** What must not stand in a header, nor be obeyed by a terminal. */
const line = (text: string) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()
const lines = (text: string) => text.split('\n').map(line).join('\n')
const html = (text: string) =>
  lines(text)
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('\n', '<br>')

/** An e-mail, without whom it is from and to. */
export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A warning as an e-mail, in words and as HTML. All that comes from records is shown as it is and obeyed by nothing. */
export function mailOf(head: MessageHead, items: readonly WarningItem[]): MailText {
  const first = items[0]
  const told = line(head.rule.name)
  const subject =
    items.length === 1 && first
      ? `[Cordon] ${line(first.occurrence.title)}`
      : `[Cordon] ${told}: ${items.length} warnings, the gravest ${gravest(items)}`
  const foot = `You get this by the rule "${told}" of your institution's Cordon. It recommends a look; it decides nothing.`
  const text = [
    ...items.map(({ occurrence: one }) =>
      [
        `${line(one.title)}  [${one.severity}, ${one.marking}]`,
        isoSeconds(one.at),
        lines(one.text),
        addressOf(head, one.path),
      ].join('\n'),
    ),
    `--\n${foot}`,
  ].join('\n\n')
  const blocks = items.map(({ occurrence: one }) => {
    const link = html(addressOf(head, one.path))
    return `<section style="margin:0 0 20px;padding:12px 16px;border-left:4px solid ${colours[one.severity]};background:#f6f7f9">
<h2 style="margin:0 0 4px;font-size:16px">${html(one.title)}</h2>
<p style="margin:0 0 8px;color:#434c5b;font-size:13px">${one.severity} · ${one.marking} · ${isoSeconds(one.at)}</p>
<p style="margin:0 0 8px">${html(one.text)}</p>
<p style="margin:0">${head.publicUrl ? `<a href="${link}">${link}</a>` : link}</p>
</section>`
  })
  return {
    subject: subject.slice(0, 200),
    text,
    html: `<!doctype html><html lang="en"><body style="font-family:system-ui,sans-serif;color:#141922;max-width:680px">
${blocks.join('\n')}
<p style="color:#5b6473;font-size:12px">${html(foot)}</p></body></html>`,
  }
}

const colours: Readonly<Record<Severity, string>> = {
  low: '#4a5464',
  medium: '#6d5800',
  high: '#9a4a06',
  critical: '#b3261e',
}
