import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type CyberKnowledge,
  isDisabled,
  type KnownFalsePositive,
  noTuning,
  parseKnownFalsePositives,
  parseSigma,
  parseSiteTuning,
  type RecordMatcher,
  type SigmaDocument,
  SigmaEngine,
  type SigmaError,
  type SigmaLevel,
  type SiteTuning,
} from '@cordon/cyber'
import { CordonError } from '@cordon/model'

const packs = new URL('../../../../packs/', import.meta.url)
/** Folders of a pack that hold rules. */
const ruleFolders = ['detections', 'network', 'rules'] as const

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
}

/**
 * Loads rules, tuning and known false positives. A rule that can't be read or compiled is among the rejects, the others run.
 * @throws CordonError where there are no rules at all, or a file named is not there; SigmaError for a broken tuning file
 */
export async function loadRules(
  choice: RuleChoice,
  matchers: readonly RecordMatcher[] = [],
): Promise<LoadedRules> {
  const sources = choice.rules.length > 0 ? choice.rules : packFolders(choice.pack)
  const rejects: SigmaError[] = []
  const documents: SigmaDocument[] = []
  const versions: Record<string, string> = {}
  for (const source of sources) {
    const read = await readRules(source)
    rejects.push(...read.rejects)
    documents.push(...read.documents)
    versions[nameOf(source, choice)] = read.version
  }
  const tuning = await tuningOf(choice.tuning)
  const known = await knownOf(choice.knownFalsePositives, rejects)
  const active = documents.filter((one) => one.kind === 'filter' || !isDisabled(tuning, one))
  if (!active.some(({ kind }) => kind === 'rule') && matchers.length === 0) throw noRules(sources, choice)
  const engine = new SigmaEngine(
    active.filter((one) => one.kind === 'rule'),
    {
      filters: active.filter((one) => one.kind === 'filter'),
      placeholders: new Map(Object.entries(tuning.placeholders).map(([name, values]) => [name, [...values]])),
    },
  )
  rejects.push(...engine.rejects)
  const knowledge: CyberKnowledge = {
    engine,
    correlations: active.filter((one) => one.kind === 'correlation'),
    tuning,
    knownFalsePositives: known,
    matchers,
    level: choice.level,
    versions,
  }
  return { knowledge, rejects, documents: active }
}

/** The rules of a pack, as far as it has some. */
export function packFolders(pack: string): string[] {
  return ruleFolders
    .map((folder) => fileURLToPath(new URL(`${pack}/${folder}/`, packs)))
    .filter((folder) => existsSync(folder))
}

function nameOf(source: string, { rules, pack }: RuleChoice): string {
  return rules.length > 0 ? basename(source) : `pack:${pack}`
}

async function readRules(source: string) {
  const files = await ruleFiles(source)
  const hash = createHash('sha256')
  const rejects: SigmaError[] = []
  const documents: SigmaDocument[] = []
  for (const file of files) {
    const text = await readFile(file, 'utf8')
    // Other YAML may stand in the folders of a pack.
    if (!/^(detection|correlation|filter)\s*:/m.test(text) && files.length > 1) continue
    hash.update(text)
    const read = parseSigma(text, relative(process.cwd(), file) || file)
    rejects.push(...read.rejects)
    documents.push(...read.documents)
  }
  return {
    rejects,
    documents,
    version: `${documents.length} documents, sha256 ${hash.digest('hex').slice(0, 12)}`,
  }
}

async function ruleFiles(source: string): Promise<string[]> {
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

function noRules(sources: readonly string[], { pack }: RuleChoice): CordonError {
  return new CordonError({
    code: 'CORDON_NO_RULES',
    expected: 'Sigma rules',
    found: 'none',
    where: sources.length > 0 ? sources.join(', ') : `packs/${pack}`,
    remedy: 'Name a folder of rules with --rules, such as the rules of SigmaHQ.',
  })
}
