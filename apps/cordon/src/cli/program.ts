import { Command, CommanderError } from 'commander'
import { version } from '../version.ts'
import { addAccountsCommand } from './accounts.ts'
import { addAuditCommand } from './audit.ts'
import { addCasesCommand } from './cases.ts'
import { addCompareCommand } from './compare.ts'
import { exitCodes, failureMessage, UsageError } from './failure.ts'
import { addFindingsCommand } from './findings.ts'
import { addGraphCommand } from './graph.ts'
import { addKeysCommand } from './keys.ts'
import { addKnowledgeCommand } from './knowledge.ts'
import { addListsCommand } from './lists.ts'
import { addMcpCommand } from './mcp.ts'
import { addMonitorCommand } from './monitor.ts'
import { addNetworkCommand } from './network.ts'
import { endWithPipe } from './output.ts'
import { addOwnershipCommand } from './ownership.ts'
import { addPaymentsCommand } from './payments.ts'
import { addPressureCommand } from './pressure.ts'
import { addProfileCommand } from './profile.ts'
import { addScreenCommand } from './screen.ts'
import { addSeaCommand } from './sea.ts'
import { addServeCommand } from './serve.ts'
import { addWarningsCommand } from './warnings.ts'

/** The command line with all its subcommands. */
export function buildProgram(): Command {
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
  addListsCommand(program)
  addScreenCommand(program)
  addCompareCommand(program)
  addOwnershipCommand(program)
  addMonitorCommand(program)
  addPaymentsCommand(program)
  addSeaCommand(program)
  addNetworkCommand(program)
  addKnowledgeCommand(program)
  addGraphCommand(program)
  addPressureCommand(program)
  addFindingsCommand(program)
  addCasesCommand(program)
  addAuditCommand(program)
  addProfileCommand(program)
  addWarningsCommand(program)
  addServeCommand(program)
  addAccountsCommand(program)
  addKeysCommand(program)
  addMcpCommand(program)
  overrideExit(program)
  return program
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
    await buildProgram().parseAsync([...args], { from: 'user' })
    return Number(process.exitCode ?? exitCodes.done)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    process.stderr.write(`${failureMessage(error)}\n`)
    return error instanceof UsageError ? exitCodes.usage : exitCodes.failed
  }
}
