import { type SigmaLevel, type StatedSource, sigmaLevels } from '@cordon/cyber'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { MatcherChoice } from '../network/matchers.ts'
import type { RuleChoice } from '../network/rules.ts'
import type { Store } from '../store/index.ts'

/** Options that all commands over logs have. */
export interface NetworkOptions {
  readonly rules?: readonly string[]
  readonly pack: string
  readonly tuning?: string
  readonly knownFps?: string
  readonly level: SigmaLevel
  readonly source?: StatedSource
  readonly indicators?: readonly string[]
  readonly patterns?: readonly string[]
  readonly imported?: boolean
  readonly rejects?: string
  readonly progress?: boolean
}

/** Adds which rules run and how the site wants them. */
export function withRules(command: Command): Command {
  return command
    .option('--rules <path...>', 'folders or files of Sigma rules (default: those of the pack)')
    .option('--pack <name>', 'the theatre whose rules are used', 'dprk')
    .option(
      '--indicators <file...>',
      'STIX bundles, MISP feeds and indicator lists to look for in the records',
    )
    .option(
      '--patterns <file...>',
      'STIX patterns to look for in the records: bundles, or text, one after the other',
    )
    .option(
      '--imported',
      'look for all that `cordon knowledge import` keeps; so by itself where findings are kept',
    )
    .option('--no-imported', 'look only for what is named here')
    .option('--tuning <file>', "the site's word on rules, as YAML: disable, levels, ignore, placeholders")
    .option('--known-fps <file>', 'known false positives: RuleId;RuleName;MatchString')
    .addOption(
      new Option('--level <level>', 'the least level of rules that is told')
        .choices(sigmaLevels)
        .default('low'),
    )
    .option(
      '--source <source>',
      'what records are that do not say it: product=linux,service=auditd',
      statedSource,
    )
    .option('--rejects <file>', 'write records that cannot be read there, as NDJSON')
    .option('--progress', 'show progress even where standard error is no terminal')
}

/** The rules that options name. */
export function ruleChoice({
  rules,
  pack,
  tuning,
  knownFps,
  level,
}: Pick<NetworkOptions, 'pack' | 'level'> & {
  readonly rules?: readonly string[] | undefined
  readonly tuning?: string | undefined
  readonly knownFps?: string | undefined
}): RuleChoice {
  return {
    rules: rules ?? [],
    pack,
    level,
    ...(tuning !== undefined && { tuning }),
    ...(knownFps !== undefined && { knownFalsePositives: knownFps }),
  }
}

/** What options name to be looked for; what the store keeps too, unless they say otherwise. */
export function matcherChoice(
  { indicators, patterns, imported }: Pick<NetworkOptions, 'indicators' | 'patterns' | 'imported'>,
  store: Store | undefined,
): MatcherChoice {
  return { files: indicators, patterns, store, isImportedUsed: imported ?? true }
}

function statedSource(text: string): StatedSource {
  const source: Record<string, string> = {}
  for (const part of text.split(',')) {
    const [name, value] = part.split('=')
    if (!value || !['product', 'service', 'category'].includes(name ?? ''))
      throw new InvalidArgumentError('It must be product=...,service=...,category=..., at least one of them.')
    source[name!] = value.toLowerCase()
  }
  return source
}
