import type { Command } from 'commander'
import type { ServeOptions } from '../http/serve.ts'
import { type NetworkOptions, ruleChoice } from './network-options.ts'
import { integerBetween } from './options.ts'

type ServeCommandOptions = Omit<ServeOptions, 'rules'> & Pick<NetworkOptions, 'rules' | 'tuning' | 'knownFps'>

/** `cordon serve`: the console and the API. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('Serve the console and the HTTP API.')
    .option('--port <port>', 'TCP port; 0 takes a free one', integerBetween(0, 65_535), 8700)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--data <folder>', 'the data folder')
    .option('--list <file...>', 'serve these list files, with no store')
    .option(
      '--rate-limit <n>',
      'most requests a minute from one address, 0 for no limit (default: none on loopback, else 600)',
      integerBetween(0, 1_000_000),
    )
    .option('--rules <path...>', 'Sigma rules for logs that are pushed (default: those of the pack)')
    .option('--tuning <file>', "the site's word on rules, as YAML")
    .option('--known-fps <file>', 'known false positives: RuleId;RuleName;MatchString')
    .option('--insecure-no-accounts', 'let everyone do everything while there is no account')
    .addHelpText(
      'after',
      `
Examples:
  cordon serve
  cordon serve --port 9000
  cordon serve --list SDN_ADVANCED.XML        answers from a file, keeps nothing

While there is no account everyone on this machine may do everything, and the start prints a one-time link to make the
first one. With --host, so that other machines reach it, only that link works until then. See also \`cordon accounts\`.`,
    )
    .action(async ({ rules, tuning, knownFps, ...options }: ServeCommandOptions) => {
      // The server's libraries are loaded by the one command that needs them.
      const { serve } = await import('../http/serve.ts')
      await serve({ ...options, rules: ruleChoice({ pack: 'dprk', level: 'low', rules, tuning, knownFps }) })
    })
}
