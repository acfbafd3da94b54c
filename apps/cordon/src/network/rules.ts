import { createHash, type Hash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import {
  type CyberKnowledge,
  isDisabled,
  type KnownFalsePositive,
  noTuning,
  parseKnownFalsePositives,
  parseSigma,
  parseSiteTuning,
  parseStreamRule,
  type RecordMatcher,
  type SigmaDocument,
  SigmaEngine,
  SigmaError,
  type SigmaLevel,
  type SiteTuning,
  type StreamRule,
} from '@cordon/cyber'
import { CordonError } from '@cordon/model'
import { loadPackDetections } from '../detections/pack-detections.ts'

/** Which rules run, and how the site wants them. */
export interface RuleChoice {
  /** Folders and files of Sigma rules; those of the pack where there are none. */
  readonly rules: readonly string[]
  readonly pack: string
  /** The site's tuning: YAML; Sigma filters may stand beside the rules. */
  readonly tuning?: string
  /** Known false positives in SigmaHQ's form: `RuleId;RuleName;MatchString`. */
  readonly knownFalsePositives?: string
  readonly level: SigmaLevel
}

/** What was loaded, and what could not be. */
export interface LoadedRules {
  readonly knowledge: CyberKnowledge
  readonly rejects: readonly SigmaError[]
  readonly documents: readonly SigmaDocument[]
  /** YAML files in the folders in which no rule was found. */
  readonly passedOver: readonly string[]
}

/**
 * Loads rules, tuning and known false positives. A rule that can't be read or compiled is among the rejects, the others run.
 * @throws CordonError where there are no rules at all, or a file named is not there; SigmaError for a broken tuning file
 */
export async function loadRules(
  choice: RuleChoice,
  matchers: readonly RecordMatcher[] = [],
): Promise<LoadedRules> {
  const rejects: SigmaError[] = []
  const documents: SigmaDocument[] = []
  const streams: StreamRule[] = []
  const passedOver: string[] = []
  const versions: Record<string, string> = {}
  const take = (name: string, read: RulesRead) => {
    rejects.push(...read.rejects)
    documents.push(...read.documents)
    streams.push(...read.streams)
    passedOver.push(...read.passedOver)
    versions[name] = read.version
  }
  if (choice.rules.length === 0) take(`pack:${choice.pack}`, ofPack(choice.pack))
  for (const source of choice.rules) take(basename(source), await readRules(source))
  const tuning = await tuningOf(choice.tuning)
  const known = await knownOf(choice.knownFalsePositives, rejects)
  const {
    active,
    knowledge,
    rejects: broken,
  } = assembleRules({
    documents,
    streams,
    tuning,
    knownFalsePositives: known,
    matchers,
    level: choice.level,
    versions,
  })
  if (!active.some(({ kind }) => kind === 'rule') && knowledge.streams.length === 0 && matchers.length === 0)
    throw noRules(choice)
  return { knowledge, rejects: [...rejects, ...broken], documents: active, passedOver }
}

/** What rules are made ready to run from. */
export interface RuleParts extends Omit<CyberKnowledge, 'engine' | 'correlations'> {
  readonly documents: readonly SigmaDocument[]
}

/** Rules as the site wants them, ready to run; those that can't be compiled are among the rejects. */
export function assembleRules({ documents, streams, tuning, ...rest }: RuleParts): {
  readonly knowledge: CyberKnowledge
  readonly active: readonly SigmaDocument[]
  readonly rejects: readonly SigmaError[]
} {
  const active = documents.filter((one) => one.kind === 'filter' || !isDisabled(tuning, one))
  const engine = new SigmaEngine(
    active.filter((one) => one.kind === 'rule'),
    {
      filters: active.filter((one) => one.kind === 'filter'),
      placeholders: new Map(Object.entries(tuning.placeholders).map(([name, values]) => [name, [...values]])),
    },
  )
  const knowledge: CyberKnowledge = {
    ...rest,
    engine,
    correlations: active.filter((one) => one.kind === 'correlation'),
    streams: streams.filter((one) => !isDisabled(tuning, one)),
    tuning,
  }
  return { knowledge, active, rejects: engine.rejects }
}

function ofPack(pack: string): RulesRead {
  const { sigma, streams, rejects } = loadPackDetections(pack)
  const documents = [...sigma.values()]
  const hash = createHash('sha256').update(JSON.stringify([...documents, ...streams.values()], mapsAsLists))
  return {
    documents,
    streams: [...streams.values()],
    rejects,
    passedOver: [],
    version: versionOf(documents.length + streams.size, hash),
  }
}

function mapsAsLists(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value
}

interface RulesRead {
  readonly documents: readonly SigmaDocument[]
  readonly streams: readonly StreamRule[]
  readonly rejects: readonly SigmaError[]
  readonly passedOver: readonly string[]
  readonly version: string
}

function versionOf(count: number, hash: Hash): string {
  return `${count} documents, sha256 ${hash.digest('hex').slice(0, 12)}`
}

async function readRules(source: string): Promise<RulesRead> {
  const files = await ruleFiles(source)
  const hash = createHash('sha256')
  const rejects: SigmaError[] = []
  const documents: SigmaDocument[] = []
  const streams: StreamRule[] = []
  const passedOver: string[] = []
  for (const file of files) {
    const text = await readFile(file, 'utf8')
    const name = relative(process.cwd(), file) || file
    // Other YAML may stand in the folders of a pack.
    if (!/^(detection|correlation|filter|stream)\s*:/m.test(text) && files.length > 1) {
      passedOver.push(name)
      continue
    }
    hash.update(text)
    if (/^stream\s*:/m.test(text)) readStream(text, name, streams, rejects)
    else {
      const read = parseSigma(text, name)
      rejects.push(...read.rejects)
      documents.push(...read.documents)
    }
  }
  const version = versionOf(documents.length + streams.length, hash)
  return { rejects, documents, streams, passedOver, version }
}

function readStream(text: string, name: string, streams: StreamRule[], rejects: SigmaError[]): void {
  try {
    streams.push(parseStreamRule(text, name))
  } catch (error) {
    if (!(error instanceof SigmaError)) throw error
    rejects.push(error)
  }
}

/** The YAML files of a folder and all below it, or the one file; sorted. */
export async function ruleFiles(source: string): Promise<string[]> {
  const found = await stat(source).catch(() => undefined)
  if (!found)
    throw new CordonError({
      code: 'CORDON_NO_FILE',
      expected: 'a folder or file of Sigma rules',
      found: 'nothing there',
      where: source,
      remedy: 'Check the path; relative paths start at the current folder.',
    })
  if (!found.isDirectory()) return [source]
  const entries = await readdir(source, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

async function tuningOf(file: string | undefined): Promise<SiteTuning> {
  return file === undefined ? noTuning : parseSiteTuning(await named(file), file)
}

async function knownOf(
  file: string | undefined,
  rejects: SigmaError[],
): Promise<readonly KnownFalsePositive[]> {
  if (file === undefined) return []
  const { known, rejects: lost } = parseKnownFalsePositives(await named(file), file)
  rejects.push(...lost)
  return known
}

async function named(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CordonError(
      {
        code: 'CORDON_NO_FILE',
        expected: 'a file that can be read',
        found: error.code === 'ENOENT' ? 'no such file' : error.message,
        where: file,
        remedy: 'Check the path; relative paths start at the current folder.',
      },
      { cause: error },
    )
  })
}

function noRules({ rules, pack }: RuleChoice): CordonError {
  return new CordonError({
    code: 'CORDON_NO_RULES',
    expected: 'Sigma rules',
    found: 'none',
    where: rules.length > 0 ? rules.join(', ') : `packs/${pack}/network`,
    remedy: 'Name a folder of rules with --rules, such as the rules of SigmaHQ.',
  })
}
