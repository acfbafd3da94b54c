import type { Rule } from '../../api/warnings.ts'

/** A rule as its form holds it: lists as the text that was typed. */
export interface RuleValues {
  readonly name: string
  readonly enabled: boolean
  readonly on: 'findings' | 'lists' | 'bundles'
  readonly severity: Severity
  readonly watches: readonly string[]
  readonly rules: string
  readonly sources: string
  readonly text: string
  readonly rises: boolean
  readonly kinds: readonly string[]
  readonly material: boolean
  readonly webhooks: string
  readonly allowPrivate: boolean
  readonly emails: string
  readonly feeds: string
  readonly digest: 'once' | 'hour' | 'day'
  readonly at: string
  readonly zone: string
  readonly isQuiet: boolean
  readonly quietFrom: string
  readonly quietTo: string
  readonly criticalAtOnce: boolean
  readonly upTo: Rule['upTo']
}

/** How grave something is. */
export type Severity = 'low' | 'medium' | 'high' | 'critical'

/** What a new rule begins with. */
export function newRule(zone: string): RuleValues {
  return {
    name: '',
    enabled: true,
    on: 'findings',
    severity: 'high',
    watches: [],
    rules: '',
    sources: '',
    text: '',
    rises: true,
    kinds: [],
    material: true,
    webhooks: '',
    allowPrivate: false,
    emails: '',
    feeds: '',
    digest: 'once',
    at: '08:00',
    zone,
    isQuiet: false,
    quietFrom: '22:00',
    quietTo: '07:00',
    criticalAtOnce: true,
    upTo: 'TLP:AMBER+STRICT',
  }
}

/** A kept rule for the form. */
export function valuesOf(rule: Rule): RuleValues {
  const { when } = rule
  const all = newRule(rule.zone)
  const addresses = (kind: string) => rule.to.filter((one) => one.kind === kind).map(({ address }) => address)
  return {
    ...all,
    name: rule.name,
    enabled: rule.enabled,
    on: when.on,
    ...(when.on === 'findings' && {
      severity: when.severity,
      watches: when.watches,
      rules: when.rules.join(', '),
      sources: when.sources.join(', '),
      text: when.text,
      rises: when.rises,
    }),
    ...(when.on === 'lists' && {
      severity: when.as,
      sources: when.sources.join(', '),
      kinds: when.kinds,
      text: when.text,
      material: when.material,
    }),
    ...(when.on === 'bundles' && { severity: when.as, sources: when.collections.join(', ') }),
    webhooks: addresses('webhook').join('\n'),
    allowPrivate: rule.to.some((one) => one.kind === 'webhook' && one.allowPrivate),
    emails: addresses('email').join('\n'),
    feeds: addresses('feed').join(', '),
    digest: rule.digest?.every ?? 'once',
    at: rule.digest?.every === 'day' ? rule.digest.at : all.at,
    isQuiet: rule.quiet !== undefined,
    quietFrom: rule.quiet?.from ?? all.quietFrom,
    quietTo: rule.quiet?.to ?? all.quietTo,
    criticalAtOnce: rule.criticalAtOnce,
    upTo: rule.upTo,
  }
}

const parts = (text: string) =>
  text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

/** The rule that a form holds; undefined while it has no name or nobody to tell. */
export function ruleOf(values: RuleValues): Rule | undefined {
  const { name, enabled, digest, at, zone, isQuiet, quietFrom, quietTo, criticalAtOnce, upTo } = values
  const to: Rule['to'] = [
    ...parts(values.webhooks).map((address) => ({
      kind: 'webhook' as const,
      address,
      allowPrivate: values.allowPrivate,
    })),
    ...parts(values.emails).map((address) => ({ kind: 'email' as const, address })),
    ...parts(values.feeds).map((address) => ({ kind: 'feed' as const, address })),
  ]
  if (name.trim() === '' || to.length === 0) return undefined
  return {
    name: name.trim(),
    enabled,
    when: whenOf(values),
    to,
    ...(digest === 'hour' && { digest: { every: 'hour' as const } }),
    ...(digest === 'day' && { digest: { every: 'day' as const, at } }),
    ...(isQuiet && { quiet: { from: quietFrom, to: quietTo } }),
    zone,
    criticalAtOnce,
    upTo,
  }
}

function whenOf(values: RuleValues): Rule['when'] {
  const { on, severity, watches, rules, sources, text, rises, kinds, material } = values
  if (on === 'findings')
    return {
      on,
      severity,
      watches: watches as Extract<Rule['when'], { on: 'findings' }>['watches'],
      rules: parts(rules),
      sources: parts(sources),
      text: text.trim(),
      rises,
    }
  if (on === 'lists')
    return {
      on,
      as: severity,
      sources: parts(sources),
      kinds: kinds as Extract<Rule['when'], { on: 'lists' }>['kinds'],
      text: text.trim(),
      material,
    }
  return { on, as: severity, collections: parts(sources) }
}
