import { Command, CommanderError } from 'commander'
import { version } from '../version.ts'
import { exitCodes, failureMessage, UsageError } from './failure.ts'
import { endWithPipe } from './output.ts'

/**
 * Each subcommand is a file that adds itself, loaded when it is asked for: what all of them need takes a second to load. In the order
 * of the help text.
 */
const subcommands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  lists: async () => (await import('./lists.ts')).addListsCommand,
  screen: async () => (await import('./screen.ts')).addScreenCommand,
  compare: async () => (await import('./compare.ts')).addCompareCommand,
  ownership: async () => (await import('./ownership.ts')).addOwnershipCommand,
  monitor: async () => (await import('./monitor.ts')).addMonitorCommand,
  payments: async () => (await import('./payments.ts')).addPaymentsCommand,
  sea: async () => (await import('./sea.ts')).addSeaCommand,
  network: async () => (await import('./network.ts')).addNetworkCommand,
  knowledge: async () => (await import('./knowledge.ts')).addKnowledgeCommand,
  drill: async () => (await import('./drill.ts')).addDrillCommand,
  operations: async () => (await import('./operations.ts')).addOperationsCommand,
  graph: async () => (await import('./graph.ts')).addGraphCommand,
  pressure: async () => (await import('./pressure.ts')).addPressureCommand,
  findings: async () => (await import('./findings.ts')).addFindingsCommand,
  cases: async () => (await import('./cases.ts')).addCasesCommand,
  attribute: async () => (await import('./attribute.ts')).addAttributeCommand,
  taxii: async () => (await import('./taxii.ts')).addTaxiiCommand,
  audit: async () => (await import('./audit.ts')).addAuditCommand,
  warnings: async () => (await import('./warnings.ts')).addWarningsCommand,
  backup: async () => (await import('./backup.ts')).addBackupCommand,
  restore: async () => (await import('./restore.ts')).addRestoreCommand,
  profile: async () => (await import('./profile.ts')).addProfileCommand,
  serve: async () => (await import('./serve.ts')).addServeCommand,
  accounts: async () => (await import('./accounts.ts')).addAccountsCommand,
  keys: async () => (await import('./keys.ts')).addKeysCommand,
  mcp: async () => (await import('./mcp.ts')).addMcpCommand,
}

/** The command line with the subcommand that is named, or with all of them where none is. */
async function buildProgram(named: string | undefined): Promise<Command> {
  const program = new Command('cordon')
    .description('See sanctions evasion and state-led theft: lists in, parties screened, findings decided.')
    .version(version)
    .showHelpAfterError('(add --help for what is expected)')
    .addHelpText(
      'after',
      `
Examples:
  cordon lists import SDN_ADVANCED.XML        load a list
  cordon screen parties.csv                   screen a file against what is loaded
  cordon screen parties.csv --list SDN.XML    screen straight against a list file, without a store
  cordon serve                                the console and the API on http://127.0.0.1:8700

Results go to standard output, messages to standard error.
Exit codes: 0 done, 1 could not, 2 wrong usage.`,
    )
  for (const load of loadersFor(named)) (await load())(program)
  overrideExit(program)
  return program
}

function loadersFor(named: string | undefined) {
  if (named === '--version' || named === '-V') return []
  const one = named !== undefined && Object.hasOwn(subcommands, named) && subcommands[named]
  return one ? [one] : Object.values(subcommands)
}

/** Commander ends the process by itself with 1; here usage errors are 2. */
function overrideExit(command: Command): void {
  command.exitOverride()
  for (const one of command.commands) overrideExit(one)
}

/**
 * Runs one command line.
 * @param args as `process.argv`, without the program and the script
 * @returns the exit code: 0 done, 1 could not, 2 wrong usage
 */
export async function run(args: readonly string[]): Promise<number> {
  endWithPipe()
  try {
    const program = await buildProgram(args[0])
    await program.parseAsync([...args], { from: 'user' })
    return Number(process.exitCode ?? exitCodes.done)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    process.stderr.write(`${failureMessage(error)}\n`)
    return error instanceof UsageError ? exitCodes.usage : exitCodes.failed
  }
}
