import { readFile } from 'node:fs/promises'
import { ndjsonLine } from '@cordon/formats'
import { CordonError } from '@cordon/model'
import type { Command } from 'commander'
import { attributeEvidence } from '../attribution/attribute-evidence.ts'
import { attributionText } from '../attribution/attribution-text.ts'
import { attributionView } from '../attribution/attribution-view.ts'
import { type CaseEvidence, caseEvidence } from '../attribution/case-evidence.ts'
import { readEvidence } from '../attribution/evidence.ts'
import { packClaims } from '../graph/pack-claims.ts'
import { loadFromStore } from '../known/from-store.ts'
import { type Store, unknownCase } from '../store/index.ts'
import { type KnownThreats, loadThreats } from '../threats/known-threats.ts'
import { threatsFromFiles } from '../threats/threats-from-files.ts'
import { caseNumber } from './cases-shown.ts'
import { UsageError } from './failure.ts'
import { write } from './output.ts'
import { withStore } from './with-store.ts'

interface AttributeOptions {
  readonly evidence?: string
  readonly knowledge?: readonly string[]
  readonly json?: boolean
  readonly data?: string
}

/** `cordon attribute`: who may have done it, with the doubt. */
export function addAttributeCommand(program: Command): void {
  program
    .command('attribute')
    .description(
      'Which groups may be behind a case or a list of evidence, how likely, and what would settle it.',
    )
    .argument('[case]', 'the number of a case', caseNumber)
    .option('--evidence <file>', 'evidence as YAML or JSON, or a STIX bundle; - for standard input')
    .option(
      '--knowledge <files...>',
      'threat intelligence straight from files and folders, without the store',
    )
    .option('--json', 'as JSON')
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      `
Examples:
  cordon attribute 12                                      the findings of case 12
  cordon attribute --evidence seen.yaml                    evidence against what the store knows
  cordon attribute --evidence seen.yaml --knowledge enterprise-attack.json misp-galaxy/

A file of evidence:
  techniques: [T1059.001, T1566.001]
  software: [BLINDINGCAN, Mimikatz]
  infrastructure: [hxxp://evil[.]example/a, 203.0.113.9]
  wallets: ['0x098B716B8Aaf21512996dC57EB0615e2383E2f96']
  corridors: [BD>PH]
  victims: { countries: [BD], sectors: [financial-services] }

Techniques, victims, corridors and hours alone never name anybody. It abstains unless one group is likelier than everything
else together.`,
    )
    .action(attributeCommand)
}

async function attributeCommand(id: number | undefined, options: AttributeOptions): Promise<void> {
  if ((id === undefined) === (options.evidence === undefined))
    throw new UsageError('Name a case, or a file with --evidence.')
  if (id !== undefined && options.knowledge)
    throw new UsageError('A case is in the store: --knowledge goes with --evidence only.')
  if (options.knowledge) {
    const { known, rejects } = await threatsFromFiles(options.knowledge)
    if (rejects.length > 0)
      process.stderr.write(`note: ${rejects.length} records of the knowledge could not be read\n`)
    const evidence = await evidenceOf(options.evidence!)
    return answer(known, Date.now(), { evidence, where: new Map() }, options)
  }
  await withStore(options.data, async (store) => {
    const known = await loadThreats(store)
    const given =
      id === undefined
        ? { evidence: await evidenceOf(options.evidence!), where: new Map() }
        : await ofCase(store, id)
    // Lists are loaded for wallets only: it takes seconds.
    const lists = given.evidence.wallets.length > 0 ? await loadFromStore(store.lists) : undefined
    await answer(known, store.now(), given, options, lists && (() => lists.graph.entities()))
  })
}

async function ofCase(store: Store, id: number): Promise<Pick<CaseEvidence, 'evidence' | 'where'>> {
  await store.cases.joinPending()
  if (!(await store.cases.get(id))) throw unknownCase(id)
  return caseEvidence(store, id)
}

async function answer(
  threats: KnownThreats,
  at: number,
  { evidence, where }: Pick<CaseEvidence, 'evidence' | 'where'>,
  { json }: AttributeOptions,
  entities?: Parameters<typeof attributeEvidence>[0]['entities'],
): Promise<void> {
  const knowledge = { threats, at, claims: packClaims(), ...(entities && { entities }) }
  const view = attributionView(attributeEvidence(knowledge, evidence, where), threats)
  await write(json ? ndjsonLine(view) : attributionText(view))
}

async function evidenceOf(path: string) {
  const name = path === '-' ? 'standard input' : path
  let text: string
  try {
    text = await readFile(path === '-' ? '/dev/stdin' : path, 'utf8')
  } catch (error) {
    throw new CordonError({
      code: 'CORDON_NO_FILE',
      expected: 'a file of evidence',
      found: error instanceof Error ? error.message : 'none',
      where: name,
      remedy: 'Name one that can be read; `cordon attribute --help` shows what is in it.',
    })
  }
  return readEvidence(text, name)
}
