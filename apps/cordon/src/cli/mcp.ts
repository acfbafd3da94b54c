import { userInfo } from 'node:os'
import { type Command, Option } from 'commander'
import { type Permission, permissions } from '../people/permissions.ts'

interface McpOptions {
  readonly allow: readonly Permission[]
  readonly list?: readonly string[]
  readonly data?: string
}

/** What an assistant on the machine may do unless told otherwise. */
const usual: readonly Permission[] = ['read', 'screen', 'read:audit']

/** `cordon mcp`: tools for an assistant, over standard input and output. */
export function addMcpCommand(program: Command): void {
  program
    .command('mcp')
    .description(
      'Serve the Model Context Protocol on standard input and output, for an assistant on this machine.',
    )
    .addOption(
      new Option('--allow <scope...>', 'let it do this too, e.g. write:findings to decide findings')
        .choices(permissions)
        .default([], 'only reading and screening'),
    )
    .option('--list <file...>', 'answer from these list files, with no store')
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      `
Examples:
  cordon mcp                              reads and screens; changes nothing
  cordon mcp --allow write:findings       may decide findings too, as mcp:<user> in the audit log

Assistants on other machines use /mcp of \`cordon serve\` with a key; see docs/how-to/assistants.md.`,
    )
    .action(async ({ allow, ...options }: McpOptions) => {
      const { serveAssistant } = await import('../mcp/stdio.ts')
      await serveAssistant({ ...options, actor: actor(), allowed: new Set([...usual, ...allow]) })
    })
}

function actor(): string {
  try {
    return `mcp:${userInfo().username}`
  } catch {
    return `mcp:${process.getuid?.() ?? 'unknown'}`
  }
}
