import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { ndjsonLine } from '@cordon/formats'
import { type Tlp, tlpMarkings } from '@cordon/model'
import { type Command, Option } from 'commander'
import { shareCase, shareKnowledge } from '../sharing/share-case.ts'
import { type TaxiiClientOptions, taxiiCollections, taxiiPages } from '../taxii/client.ts'
import { caseNumber } from './cases-shown.ts'
import { UsageError } from './failure.ts'
import { integerBetween } from './options.ts'
import { grouped, write } from './output.ts'
import { progressOn } from './progress.ts'
import { commandLineActor, withStore } from './with-store.ts'

/** Options of whatever asks a server of TAXII. */
export interface TaxiiOptions {
  readonly user?: string
  readonly passwordFile?: string
  readonly tokenFile?: string
  readonly allowPrivate?: boolean
  readonly perPage?: number
  readonly most?: number
}

/** Adds the options by which a server of TAXII is asked. */
export function withTaxiiOptions(command: Command): Command {
  return command
    .option(
      '--user <name>',
      'TAXII: the name for HTTP Basic; the password is in CORDON_TAXII_PASSWORD or --password-file',
    )
    .option('--password-file <file>', 'TAXII: its first line is the password')
    .option('--token-file <file>', 'TAXII: its first line is sent as bearer instead')
    .option('--allow-private', 'TAXII: the server may stand in your own network')
    .option('--per-page <n>', 'TAXII: most objects asked for at once', integerBetween(1, 100_000))
    .option('--most <n>', 'TAXII: most objects of one reading (5,000,000)', integerBetween(1, 1_000_000_000))
}

/** The same as the client takes them. */
export async function taxiiClient({
  user,
  passwordFile,
  tokenFile,
  allowPrivate,
  perPage,
  most,
}: TaxiiOptions): Promise<TaxiiClientOptions> {
  const line = async (file: string) => (await readFile(file, 'utf8')).split(/\r?\n/, 1)[0]!
  const password = passwordFile ? await line(passwordFile) : process.env.CORDON_TAXII_PASSWORD
  return {
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...(tokenFile && { token: await line(tokenFile) }),
    ...(allowPrivate && { allowPrivate }),
    ...(perPage !== undefined && { perPage }),
    ...(most !== undefined && { maxObjects: most }),
  }
}

const dataOption = () => new Option('--data <folder>', 'the data folder')
/** `--tlp`. */
export const tlpOption = () =>
  new Option('--tlp <marking>', 'the widest circle that may see it')
    .argParser(tlpWord)
    .default('TLP:AMBER' as Tlp, 'amber')

/** `amber`, `TLP:AMBER`, `amber+strict` as a marking. @throws UsageError */
export function tlpWord(text: string): Tlp {
  const word = `TLP:${text.toUpperCase().replace(/^TLP:/, '')}` as Tlp
  if (tlpMarkings.includes(word)) return word
  throw new UsageError(`--tlp takes clear, green, amber, amber+strict or red, not "${text}".`)
}

/** `cordon taxii`: what is shared over TAXII 2.1, and what others share. */
export function addTaxiiCommand(program: Command): void {
  const taxii = program
    .command('taxii')
    .description('Share collections over TAXII 2.1, and read those of others.')
  taxii
    .command('collections')
    .description('The collections that `cordon serve` shares under /taxii2/.')
    .addOption(dataOption())
    .action(({ data }: { data?: string }) =>
      withStore(data, async (store) => {
        for (const one of await store.taxii.collections()) await write(ndjsonLine(one))
      }),
    )
  taxii
    .command('create')
    .description('Make a collection.')
    .argument('<name>', 'lower-case letters, digits and hyphens')
    .requiredOption('--title <words>', 'what partners see')
    .addOption(tlpOption())
    .option('--writable', 'partners may add to it')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nExample:\n  cordon taxii create partners-green --title "For partners" --tlp green',
    )
    .action(
      (
        name: string,
        { title, tlp, writable, data }: { title: string; tlp: Tlp; writable?: boolean; data?: string },
      ) =>
        withStore(data, async (store) => {
          const made = { name, title, tlp, canWrite: writable === true }
          await write(ndjsonLine(await store.taxii.create(made, commandLineActor())))
        }),
    )
  taxii
    .command('share')
    .description('Put a case into a collection, in place of what it had there before.')
    .argument('<case>', 'its number', caseNumber)
    .argument('<collection>', 'its name or id')
    .addOption(tlpOption())
    .option('--nothing', 'only take out what it shared there before')
    .addOption(dataOption())
    .action(
      (
        id: number,
        collection: string,
        { tlp, nothing, data }: { tlp: Tlp; nothing?: boolean; data?: string },
      ) =>
        withStore(data, async (store) => {
          const {
            released,
            collection: into,
            ...counts
          } = await shareCase(
            store,
            { case: id, collection, tlp, nothing: nothing === true },
            commandLineActor(),
          )
          await write(ndjsonLine({ case: id, collection: into.name, tlp, ...counts, held: released.held }))
        }),
    )
  taxii
    .command('share-knowledge')
    .description('Put imported threat intelligence into a collection: objects whose markings allow it.')
    .argument('<knowledge>', 'source/name, as `cordon knowledge status` says it')
    .argument('<collection>', 'its name or id')
    .addOption(tlpOption())
    .addOption(dataOption())
    .action((knowledge: string, collection: string, { tlp, data }: { tlp: Tlp; data?: string }) =>
      withStore(data, async (store) => {
        const counts = await shareKnowledge(store, { knowledge, collection, tlp }, commandLineActor())
        await write(ndjsonLine({ knowledge, collection, tlp, ...counts }))
      }),
    )
  withTaxiiOptions(
    taxii
      .command('list')
      .description('The collections of a server of TAXII 2.1.')
      .argument('<url>', 'its discovery or its API root'),
  ).action(async (url: string, options: TaxiiOptions) => {
    for (const one of await taxiiCollections(url, await taxiiClient(options))) await write(ndjsonLine(one))
  })
  withTaxiiOptions(
    taxii
      .command('get')
      .description(
        'All objects of a collection as a STIX bundle, without keeping them; `cordon knowledge import taxii:URL` keeps them.',
      )
      .argument('<url>', 'the address of the collection, or of its API root with --collection'),
  )
    .option('--collection <id>', 'the collection of the API root')
    .option('--added-after <time>', 'only what was added later')
    .option('-o, --output <file>', 'where the bundle goes; default: standard output')
    .addHelpText(
      'after',
      '\nExample:\n  cordon taxii get https://host/api/ --collection 365fed99-08fa-fdcd-a1b3-fb247eb41d01 --user me --password-file key -o bundle.json',
    )
    .action(getCollection)
}

async function getCollection(
  url: string,
  {
    collection,
    addedAfter,
    output,
    ...options
  }: TaxiiOptions & { collection?: string; addedAfter?: string; output?: string },
): Promise<void> {
  const address = collection
    ? `${url.replace(/\/*$/, '')}/collections/${encodeURIComponent(collection)}`
    : url
  const progress = progressOn(undefined)
  const client = {
    ...(await taxiiClient(options)),
    onProgress: (n: number) => progress.update(`${grouped(n)} objects`),
  }
  const sink = output ? createWriteStream(output, { mode: 0o600 }) : process.stdout
  let count = 0
  try {
    for await (const { objects } of taxiiPages(address, client, addedAfter ? { addedAfter } : {}))
      for (const object of objects)
        await write(
          `${count++ === 0 ? '{"type":"bundle","objects":[\n' : ',\n'}${JSON.stringify(object)}`,
          sink,
        )
    await write(count === 0 ? '{"type":"bundle","objects":[]}\n' : '\n]}\n', sink)
  } finally {
    progress.clear()
    if (output) await new Promise<void>((resolve) => sink.end(() => resolve()))
  }
  process.stderr.write(`${grouped(count)} objects\n`)
}
