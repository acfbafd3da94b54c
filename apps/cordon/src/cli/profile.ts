import { readFile } from 'node:fs/promises'
import { ndjsonLine } from '@cordon/formats'
import { type CheckedProfile, CordonError, isoSeconds, readCalendarFile } from '@cordon/model'
import { type Command, Option } from 'commander'
import { profileFromText, profileToYaml } from '../profile/read-profile.ts'
import type { ProfileVersion } from '../store/index.ts'
import { integerBetween } from './options.ts'
import { defaultFormat, plain, table, write } from './output.ts'
import { commandLineActor, withStore } from './with-store.ts'

interface Common {
  readonly data?: string
}

/** `cordon profile`: the institution's own. */
export function addProfileCommand(program: Command): void {
  const profile = program
    .command('profile')
    .description(
      "The institution's own: BICs, accounts, operators and their hours, calendars, hosts, ships, customers' file.",
    )
  const withData = (command: Command) => command.option('--data <folder>', 'the data folder')
  withData(
    profile
      .command('show')
      .description('Print the profile as YAML, to be kept or edited.')
      .addOption(new Option('--format <format>', 'how').choices(['yaml', 'json']).default('yaml'))
      .option('--at <version>', 'a former version', integerBetween(1, 1_000_000_000))
      .addHelpText('after', '\nExample:\n  cordon profile show > profile.yaml'),
  ).action(show)
  withData(
    profile
      .command('set')
      .description('Set the profile from a file of YAML or JSON. Former versions stay.')
      .argument('<file>', 'the file; `-` is standard input')
      .option('--note <text>', 'why, kept with the version')
      .addHelpText('after', '\nExample:\n  cordon profile set profile.yaml --note "two new hosts"'),
  ).action(set)
  profile
    .command('check')
    .description('Check a file without keeping it: check digits, countries, time zones, hours, dates.')
    .argument('<file>', 'the file; `-` is standard input')
    .addHelpText('after', '\nExample:\n  cordon profile check profile.yaml')
    .action(check)
  withData(profile.command('versions').description('The versions of the profile, latest first.')).action(
    versions,
  )
  withData(
    profile
      .command('restore')
      .description('Take a former version back, as a new one.')
      .argument('<version>', 'its number', integerBetween(1, 1_000_000_000)),
  ).action(restore)
  profile
    .command('calendar')
    .description(
      'Print the days of a file of holidays (iCalendar, or lines with a date) as YAML for a calendar.',
    )
    .argument('<file>', 'the file; `-` is standard input')
    .action(calendar)
}

async function textOf(path: string): Promise<string> {
  if (path !== '-')
    return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
      throw new CordonError(
        {
          code: 'CORDON_NO_FILE',
          expected: 'a file that can be read',
          found: cause.code ?? cause.message,
          where: path,
          remedy: 'Check its name.',
        },
        { cause },
      )
    })
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text
}

/** The faults, one a line, to standard error. */
async function tellFaults({ faults }: CheckedProfile): Promise<boolean> {
  for (const { field, expected, found } of faults)
    await write(`${plain(`${field}: expected ${expected}, found ${found}`)}\n`, process.stderr)
  if (faults.length > 0) process.exitCode = 1
  return faults.length === 0
}

async function show({ format, at, data }: Common & { readonly format: string; readonly at?: number }) {
  const version = await withStore(data, ({ profiles }) =>
    at === undefined ? profiles.current() : profiles.version(at),
  )
  if (!version) throw unknownVersion(at!)
  await write(format === 'json' ? ndjsonLine(version.profile) : profileToYaml(version.profile))
  if (version.seq === 0) process.stderr.write('Nobody has set a profile yet; this is the empty one.\n')
}

async function set(path: string, { note, data }: Common & { readonly note?: string }): Promise<void> {
  const checked = profileFromText(await textOf(path), path)
  if (!(await tellFaults(checked))) {
    process.stderr.write('Nothing was kept.\n')
    return
  }
  const version = await withStore(data, ({ profiles }) =>
    profiles.set({ profile: checked.profile, who: commandLineActor(), ...(note && { note }) }),
  )
  await write(ndjsonLine(headOf(version)))
}

async function check(path: string): Promise<void> {
  const checked = profileFromText(await textOf(path), path)
  await write(ndjsonLine({ faults: checked.faults }))
  if (await tellFaults(checked)) process.stderr.write('The profile has no fault.\n')
}

async function versions({ data }: Common): Promise<void> {
  const all = await withStore(data, ({ profiles }) => profiles.versions())
  if (defaultFormat() === 'ndjson') {
    for (const version of all) await write(ndjsonLine(headOf(version)))
    return
  }
  await write(
    table(
      ['version', 'when', 'who', 'note'].map((heading) => ({ heading })),
      all.map(({ seq, at, who, note }) => [seq, isoSeconds(at), who, note ?? '']),
    ),
  )
}

async function restore(seq: number, { data }: Common): Promise<void> {
  const version = await withStore(data, async ({ profiles }) => {
    const former = await profiles.version(seq)
    if (!former) throw unknownVersion(seq)
    const note = `version ${seq} taken back`
    return profiles.set({ profile: former.profile, who: commandLineActor(), note })
  })
  await write(ndjsonLine(headOf(version)))
}

async function calendar(path: string): Promise<void> {
  const { days, rejects } = readCalendarFile(await textOf(path))
  await write(days.map((day) => `- ${day}\n`).join(''))
  for (const { line, reason } of rejects) await write(`line ${line}: ${plain(reason)}\n`, process.stderr)
}

const headOf = ({ seq, at, who, note }: ProfileVersion) => ({
  version: seq,
  at: isoSeconds(at),
  who,
  ...(note && { note }),
})

function unknownVersion(seq: number): CordonError {
  return new CordonError({
    code: 'CORDON_PROFILE_UNKNOWN',
    expected: 'the number of a version of the profile',
    found: String(seq),
    where: 'profile',
    remedy: '`cordon profile versions` names them.',
  })
}
